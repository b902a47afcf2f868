package org.limpid.app.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.limpid.app.command.Limpid;
import org.limpid.app.terminal.FakeTerminal;
import org.limpid.files.PrintableText;

/**
 * A mutation fuzzer over every reader: whatever becomes of a file, a command succeeds or says what
 * is wrong with it.
 *
 * <p>{@code -Dlimpid.fuzz.cases=N} says how many cases it tries (150), {@code -Dlimpid.fuzz.seed=S}
 * with which seed it begins. Case number i has the seed S + i and depends on nothing else, so that
 * a failure is repeated by its own seed and one case.
 */
@Tag("fuzz")
final class ReaderFuzzTest {
  private static final long CASES = Long.getLong("limpid.fuzz.cases", 150);
  private static final long SEED = Long.getLong("limpid.fuzz.seed", 1);

  /** A command that takes longer on such small files hangs. */
  private static final Duration HANGS = Duration.ofMinutes(10);

  /** After so many different failures nobody reads on. */
  private static final int MOST_FAILURES = 40;

  private static final Predicate<String> JAVA_WORDS =
      Pattern.compile("^\\s+at [a-z][\\w.$/]*\\(|Exception|\\bjava\\.(lang|util|io|nio)")
          .asPredicate();

  private static final int SUCCESS = 0;
  private static final int BAD_INPUT = 2;

  /** Always the same, as its name stands in files that are changed. */
  private final Path folder = Path.of("target", "fuzz");

  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private String job;
  private String user;
  private String policy = "fifo";

  private record Outcome(int code, String out, String err) {}

  @Test
  void everyFileIsReadOrRefused() throws Exception {
    deleteTree(folder);
    Files.createDirectories(folder);
    List<Subject> subjects = new FuzzInputs(folder, this::succeed).make();
    findNames();
    for (long seed = SEED; seed < SEED + CASES && failures.size() < MOST_FAILURES; seed++) {
      tryCase(seed, subjects);
    }
    worker.shutdownNow();
    if (!failures.isEmpty()) {
      fail(String.join("\n\n", failures.values()));
    }
  }

  /** The job and the user that commands ask for: of the first job that has to wait. */
  private void findNames() throws IOException {
    String[] fields =
        Files.readAllLines(folder.resolve("run/fifo/jobs.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(row -> Long.parseLong(row[8]) > 0)
            .findFirst()
            .orElseThrow();
    job = fields[0];
    user = fields[1];
  }

  private void succeed(String command) {
    Outcome outcome = call(command);
    assertEquals(SUCCESS, outcome.code(), command + "\n" + outcome.err());
  }

  private Outcome call(String command) {
    FakeTerminal terminal = new FakeTerminal();
    String[] words = Stream.of(command.split(" ")).map(this::word).toArray(String[]::new);
    int code = Limpid.execute(terminal, words);
    return new Outcome(code, terminal.outText(), terminal.errText());
  }

  private String word(String word) {
    return switch (word) {
      case "@job" -> job;
      case "@user" -> user;
      case "@policy" -> policy;
      default ->
          word.startsWith("@")
              ? folder.resolve(word.substring(1)).toString()
              : word.replace('#', ' ');
    };
  }

  private void tryCase(long seed, List<Subject> subjects) throws Exception {
    Mutator mutator = new Mutator(seed);
    Subject subject = subjects.get(mutator.choice(subjects.size()));
    Path file = folder.resolve(subject.files().get(mutator.choice(subject.files().size())));
    String command = subject.commands().get(mutator.choice(subject.commands().size()));
    policy = policyOf(file.getParent().getFileName().toString());
    byte[] before = Files.readAllBytes(file);
    Files.write(file, mutator.mutated(before));
    try {
      Outcome outcome = callInTime(command);
      String complaint = complaint(outcome);
      if (!complaint.isEmpty()) {
        note(complaint, seed, file, mutator, command, outcome);
      }
    } finally {
      Files.write(file, before);
      deleteOutputs();
    }
  }

  /** A command asks for the policy whose file was changed, if it is the file of one. */
  private static String policyOf(String folder) {
    return List.of("fifo", "srtf", "qssf", "lucid").contains(folder) ? folder : "fifo";
  }

  private Outcome callInTime(String command) throws InterruptedException, ExecutionException {
    Future<Outcome> future = worker.submit(() -> call(command));
    try {
      return future.get(HANGS.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      return new Outcome(-1, "", "hangs at\n" + framesOfOthers());
    }
  }

  private static String framesOfOthers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey() != Thread.currentThread())
        .flatMap(entry -> Stream.of(entry.getValue()))
        .map(StackTraceElement::toString)
        .filter(frame -> frame.startsWith("org.limpid"))
        .limit(20)
        .collect(Collectors.joining("\n"));
  }

  /** What is wrong with the answer of a command; empty if nothing is. */
  private static String complaint(Outcome outcome) {
    String said = outcome.out() + outcome.err();
    if (outcome.code() != SUCCESS && outcome.code() != BAD_INPUT) {
      return outcome.err().lines().limit(2).collect(Collectors.joining("\n"));
    }
    if (!PrintableText.inLines(said).equals(said)) {
      return "control characters reach the terminal";
    }
    Optional<String> javaWords = said.lines().filter(JAVA_WORDS).findFirst();
    if (javaWords.isPresent()) {
      return "words of Java: " + javaWords.get();
    }
    return outcome.code() == BAD_INPUT && said.isBlank() ? "no message" : "";
  }

  private void note(
      String complaint, long seed, Path file, Mutator mutator, String command, Outcome outcome) {
    String kind = complaint.replaceAll("[0-9]+", "0").replaceAll("'[^']*'", "''");
    failures.putIfAbsent(
        kind.substring(kind.indexOf(" at ") + 1),
        """
        %s
          seed %d: %s
          changed: %s, %s
          repeat: mvn test -pl app -am -Dtest=ReaderFuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
        -Dlimpid.fuzz.seed=%d -Dlimpid.fuzz.cases=1
          exit code %d, %s\
        """
            .formatted(
                complaint,
                seed,
                command,
                folder.relativize(file),
                PrintableText.inLine(mutator.description(), 1000),
                seed,
                outcome.code(),
                outcome.err().length() > 2000 ? outcome.err().substring(0, 2000) : outcome.err()));
  }

  private void deleteOutputs() throws IOException {
    List<Path> outputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().toLowerCase().startsWith("out"))
          .forEach(outputs::add);
    }
    for (Path output : outputs) {
      deleteTree(output);
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}

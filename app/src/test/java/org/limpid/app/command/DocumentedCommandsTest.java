package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in the README and on the pages of {@code docs} works as it is shown, on small data.
 *
 * <p>A command reads what those before it in its block have written; what no block has written yet
 * is prepared here, by the names that the pages use. {@link #SUBSTITUTES} says what is changed in
 * the words, {@link #NOT_RUN} what can't be run here and why.
 */
final class DocumentedCommandsTest {
  private static final Map<String, String> NOT_RUN =
      new LinkedHashMap<>(
          Map.of(
              "mvn ", "builds what this test is a part of",
              "java -jar app/target/limpid.jar", "is packed after the tests",
              "bench/", "measures for minutes, with programs of its own",
              "./limpid data import lucid PATH_TO_ARTIFACT", "needs the artifact of Lucid",
              "limpid data import lucid Lucid/simulation", "needs the artifact of Lucid",
              "limpid data import helios HeliosData", "needs the published traces of Helios"));

  /** A month of jobs takes too long here, and its jobs have other numbers and times. */
  private static final Map<String, String> SUBSTITUTES = new LinkedHashMap<>();

  private static final String SMALL =
      " --jobs 900 --days 16 --history-days 4 --clusters vcEwI=3,vc01=2,vc03=2,vc07=2";

  /** Words after these are no files, whatever they are called. */
  private static final Set<String> NAMES =
      Set.of("--target", "--term", "--rows", "--change", "--policy", "--exclude", "--offset");

  /** What stands before an equals sign is a name. */
  private static final Pattern FILE = Pattern.compile("[^=,]+(?=,|$)");

  @TempDir private static Path folder;
  private static final Map<String, Path> FILES = new HashMap<>();
  private static final Map<List<String>, Done> DONE = new HashMap<>();
  private static int count;

  @BeforeAll
  static void prepare() throws IOException {
    for (String name : List.of("houses", "new-houses", "loans", "test")) {
      FILES.put(name + ".csv", houses(folder.resolve(name + ".csv")));
    }
    FILES.put("docs/tutorial.csv", Path.of(System.getProperty("limpid.root"), "docs/tutorial.csv"));
    FILES.put("jobs.csv", ownJobs(folder.resolve("own-jobs.csv")));
    FILES.put("codes.csv", codes(folder.resolve("codes.csv")));
    FILES.put("odd.csv", odd(folder.resolve("odd.csv")));
    FILES.put("customers.csv", customers(folder.resolve("customers.csv")));
    for (String name : List.of("philly", "itp/cluster03")) {
      FILES.put(name + ".csv.gz", jobs(folder.resolve(name.replace('/', '-') + ".csv")));
    }
    good("limpid data generate --out venus" + SMALL);
    good("limpid train --data venus --out models");
    good(
        "limpid simulate --data venus --policy all,lucid-easy --models models --explain --out"
            + " results");
    good("limpid model train --csv houses.csv --target price --out price.json");
    good("limpid model edit price.json --scale year=0.5 --out better.json");
    FILES.put("north.json", FILES.get("price.json"));
    FILES.put("south.json", FILES.get("better.json"));
    FILES.put("million", FILES.get("results"));
    substitute();
  }

  private static void good(String command) {
    Call call = run(command, FILES);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), command + "\n" + call.err());
  }

  /** Houses and loans: all columns that the pages name. */
  private static Path houses(Path file) throws IOException {
    StringBuilder rows =
        new StringBuilder("id,note,\"street,number\",street,area,year,colour,postcode,share,");
    rows.append("price,default\n");
    for (int i = 0; i < 120; i++) {
      rows.append("%d,note %d,\"Road,%d\",Road %d,".formatted(i, i % 5, i % 7, i % 3))
          .append("%d,%d,".formatted(60 + i * 37 % 190, 1950 + i * 11 % 70))
          .append("%s,%d,%d,".formatted(i % 2 == 0 ? "red" : "blue", 100 + i % 4, 1 + i % 3))
          .append("%d,%s\n".formatted(1000 * (60 + i * 37 % 190), i % 4 == 0 ? "yes" : "no"));
    }
    return Files.writeString(file, rows);
  }

  private static Path jobs(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        timestamp,duration,num_gpus,gpu_time,cluster
        2017-10-09 07:01:55,66.0,1,66.0,11cb48
        2017-10-09 06:13:03,2951.0,8,23608.0,6214e9
        """);
  }

  private static Path ownJobs(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        JobID,Partition,GPUs,Submitted,Elapsed
        17_1,prod,8,2026-03-02T09:00:00,1-02:03:04
        17_2,research,1,2026-03-02T09:05:00,10:00
        """);
  }

  /** More classes than two rows of each. */
  private static Path codes(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("size,code\n");
    for (int i = 0; i < 60; i++) {
      rows.append("%d,C%d\n".formatted(i, i % 40));
    }
    return Files.writeString(file, rows);
  }

  /** How long customers stayed, or have stayed so far. */
  private static Path customers(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("id,plan,age,months,left\n");
    for (int i = 0; i < 120; i++) {
      rows.append(
          "%d,%s,%d,%d,%d\n"
              .formatted(
                  i, i % 2 == 0 ? "small" : "large", 20 + i % 50, 1 + i * 37 % 60, i % 3 / 2));
    }
    return Files.writeString(file, rows);
  }

  /** Columns whose names hold signs. */
  private static Path odd(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("-x,a:b,a & b,c\n");
    for (int i = 0; i < 120; i++) {
      rows.append("%d,%d,%d,%d\n".formatted(i * i % 60, i % 9, i * 7 % 11, i * 3 % 13));
    }
    return Files.writeString(file, rows);
  }

  /** The job that waited longest under Lucid stands for all jobs that the pages name. */
  private static void substitute() throws IOException {
    List<String> jobs = Files.readAllLines(FILES.get("results").resolve("lucid/jobs.csv"));
    List<String> columns = List.of(jobs.getFirst().split(","));
    int wait = columns.indexOf("queue");
    String[] longest =
        jobs.stream()
            .skip(1)
            .map(line -> line.split(","))
            .max((a, b) -> Double.compare(Double.parseDouble(a[wait]), Double.parseDouble(b[wait])))
            .orElseThrow();
    SUBSTITUTES.put("\\b(8821|15605|16721|7109|785729)\\b", longest[columns.indexOf("job_id")]);
    SUBSTITUTES.put("\\b(u012|u005)\\b", longest[columns.indexOf("user")]);
    SUBSTITUTES.put("\\b2020-09", "2026-09");
    SUBSTITUTES.put("--html price.html", "--html " + folder.resolve("page.html"));
    SUBSTITUTES.put("--replicas \\d+", "--replicas 2");
    SUBSTITUTES.put("--jobs 10000000", "");
    SUBSTITUTES.put("(limpid data generate (?!.*--jobs).*)", "$1" + SMALL);
    SUBSTITUTES.put("(limpid reproduce(?!.*--data).*)", "$1 --data venus");
    SUBSTITUTES.put("\\brun/data\\b", "venus"); // which reproduce did not have to generate
    SUBSTITUTES.put("(limpid reproduce(?!.*--out).*)", "$1 --out out/reproduce");
  }

  @Test
  void everyCommandWorks() throws IOException {
    List<String> failures = new ArrayList<>();
    Set<String> unused = new TreeSet<>(NOT_RUN.keySet());
    for (Path page : PageBlock.pages()) {
      for (PageBlock block : PageBlock.of(page)) {
        run(block, failures, unused);
      }
    }
    assertEquals(List.of(), failures, () -> String.join("\n", failures));
    assertEquals(Set.of(), unused, "no page shows these any more");
  }

  private static void run(PageBlock block, List<String> failures, Set<String> unused) {
    Map<String, Path> files = new HashMap<>(FILES);
    for (String command : block.commands()) {
      List<String> reasons = NOT_RUN.keySet().stream().filter(command::startsWith).toList();
      unused.removeAll(reasons);
      if (reasons.isEmpty()) {
        Call call = run(substituted(command), files);
        if (call.exitCode() != ExitCode.SUCCESS) {
          failures.add("%s:%d: %s\n%s".formatted(block.page(), block.line(), command, call.err()));
        }
      }
    }
    files.forEach(FILES::putIfAbsent);
  }

  private static String substituted(String command) {
    String changed = command;
    for (Map.Entry<String, String> rule : SUBSTITUTES.entrySet()) {
      changed = changed.replaceAll(rule.getKey(), rule.getValue());
    }
    return changed.replaceFirst("^(?:[A-Z_]+=\\S+ )+", "");
  }

  /**
   * Runs a command; what it writes goes to a new place, known to the commands after it. What was
   * run before on the same input is not run again.
   */
  private static Call run(String command, Map<String, Path> files) {
    List<String> words = PageBlock.words(command);
    assertTrue(Set.of("limpid", "./limpid").contains(words.getFirst()), command);
    List<String> arguments = new ArrayList<>();
    List<String> outs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String before = words.get(i - 1);
      if (before.equals("--out")) {
        outs.add(words.get(i));
        arguments.removeLast();
      } else {
        boolean isFile = i > 2 && !NAMES.contains(before); // the first words are commands
        arguments.add(isFile ? inPlace(words.get(i), files) : words.get(i));
      }
    }
    Done done =
        DONE.computeIfAbsent(arguments, _ -> done(arguments, outs.isEmpty() ? "" : outs.getLast()));
    outs.forEach(name -> files.put(name, done.out()));
    return done.call();
  }

  /**
   * A command that was run.
   *
   * @param call what it said
   * @param out what it wrote, if anything
   */
  private record Done(Call call, Path out) {}

  private static Done done(List<String> arguments, String name) {
    Path out = place(name);
    List<String> words = new ArrayList<>(arguments);
    if (!name.isEmpty()) {
      words.addAll(List.of("--out", out.toString()));
    }
    return new Done(Call.of(words.toArray(String[]::new)), out);
  }

  private static Path place(String name) {
    Path out = folder.resolve("out-" + ++count).resolve(name);
    try {
      Files.createDirectories(out.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }

  /** The word with the true places of all files in it: {@code mine=models/a.json,b.json}. */
  private static String inPlace(String word, Map<String, Path> files) {
    return FILE.matcher(word)
        .replaceAll(found -> Matcher.quoteReplacement(place(found.group(), files)));
  }

  private static String place(String part, Map<String, Path> files) {
    return files.keySet().stream()
        .filter(name -> part.equals(name) || part.startsWith(name + "/"))
        .findFirst()
        .map(name -> files.get(name) + part.substring(name.length()))
        .orElse(part);
  }
}

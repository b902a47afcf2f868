package org.limpid.bench.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a class of this program in a JVM of its own, with the launcher's collector, compiler options
 * and kind of cache, and the options in the variable {@code LIMPID_BENCH_OPTS}.
 */
final class FreshJvm {
  private static final int INTERRUPTED_EXIT = 130;

  /**
   * The exit code of a run, -1 when it took too long, its lines {@code name=value}, and all its
   * text.
   */
  record Outcome(int exitCode, Map<String, String> lines, String log) {
    double number(String name) {
      return Double.parseDouble(lines.get(name));
    }
  }

  private FreshJvm() {}

  /** Runs the class to its end, or throws with all that it printed. */
  static Outcome run(Class<?> main, List<String> arguments) {
    Outcome outcome = run(List.of(), main, arguments, Long.MAX_VALUE);
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "%s %s failed:%n%s".formatted(main.getSimpleName(), arguments, outcome.log()));
    }
    return outcome;
  }

  /** Runs the class with further JVM options, for some seconds at most. */
  static Outcome run(
      List<String> options, Class<?> main, List<String> arguments, long limitSeconds) {
    try {
      Path output = Files.createTempFile("limpid-bench", ".txt");
      try {
        int exitCode = run(command(options, main, arguments), output, limitSeconds);
        String log = Files.readString(output, StandardCharsets.UTF_8);
        return new Outcome(exitCode, parse(log), log);
      } finally {
        Files.delete(output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int run(List<String> command, Path output, long limitSeconds) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly().waitFor();
      return -1;
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return INTERRUPTED_EXIT;
    }
  }

  private static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:FreqInlineSize=110");
    command.addAll(cacheOfClasses());
    command.addAll(optionsOfUser());
    command.addAll(options);
    command.add("-Dlimpid.shared=" + System.getProperty("limpid.shared", "../shared"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The JVM ignores a cache that is missing or does not fit. */
  private static List<String> cacheOfClasses() {
    String cache = System.getProperty("limpid.bench.cache");
    return cache == null ? List.of() : List.of("-XX:AOTCache=" + cache);
  }

  private static List<String> optionsOfUser() {
    String options = System.getenv().getOrDefault("LIMPID_BENCH_OPTS", "").strip();
    return options.isEmpty() ? List.of() : Arrays.asList(options.split("\\s+"));
  }

  private static Map<String, String> parse(String log) {
    Map<String, String> lines = new LinkedHashMap<>();
    log.lines()
        .filter(line -> line.contains("="))
        .forEach(line -> lines.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    return lines;
  }
}

package org.limpid.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.importer.TraceImporter;
import org.limpid.data.importer.TraceImporters;

/**
 * Jazzer changes small valid inputs of all importers, guided by the code that they reach. {@code
 * -Dlimpid.jazzer.inputs=N} says how many inputs it tries (3000; -1: without end), {@code
 * -Dlimpid.jazzer.seconds=N} after how long it stops all the same (0: never), {@code
 * -Dlimpid.fuzz.seed=S} with which seed. Unless it is stopped it tries the same inputs on a slow
 * machine as on a fast one. It runs in a JVM of its own, where it can end a hang; a finding prints
 * the input and where it was kept.
 */
final class ImportersFuzzTest {
  private static final String INPUTS = System.getProperty("limpid.jazzer.inputs", "3000");
  private static final String SECONDS = System.getProperty("limpid.jazzer.seconds", "0");
  private static final String SEED = System.getProperty("limpid.fuzz.seed", "1");

  private static final Path SEEDS = Path.of("src", "test", "resources", "seeds");

  /** An import of some lines that takes longer hangs, however busy the machine is. */
  private static final String HANGS_AFTER_SECONDS = "600";

  /** For the JVM; what it takes beside the heap is limited, too. */
  private static final String HEAP = "-Xmx512m";

  private static final String MOST_MEGABYTES = "2000";
  private static final String MOST_BYTES = "20000";

  private static final List<TraceImporter> IMPORTERS = TraceImporters.all();

  @TempDir private Path folder;

  /** Folders with the files of an import, called like its importer, perhaps with more behind it. */
  private static List<Path> seeds() throws IOException {
    try (Stream<Path> folders = Files.list(SEEDS)) {
      return folders.sorted().toList();
    }
  }

  private static TraceImporter importer(Path seed) {
    String name = seed.getFileName().toString();
    return IMPORTERS.stream()
        .filter(each -> name.equals(each.name()) || name.startsWith(each.name() + "-"))
        .max(Comparator.comparingInt(each -> each.name().length()))
        .orElseThrow();
  }

  private static byte[] bundle(Path seed) throws IOException {
    return Bundle.of(IMPORTERS.indexOf(importer(seed)), seed);
  }

  @Test
  void everyImporterHasASeed() throws IOException {
    Set<TraceImporter> seeded =
        seeds().stream().map(ImportersFuzzTest::importer).collect(Collectors.toSet());
    assertEquals(Set.copyOf(IMPORTERS), seeded);
  }

  /** What isn't read at all says nothing about what becomes of changes to it. */
  @Test
  void everySeedIsImported() throws IOException {
    for (Path seed : seeds()) {
      Path in = Files.createDirectories(folder.resolve(seed.getFileName()));
      Path out = folder.resolve("out-" + seed.getFileName());
      ImporterTarget.importOrThrow(importer(seed), Bundle.unpack(bundle(seed), in), out);
    }
  }

  @Test
  void everyInputIsImportedOrRefused() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (Path seed : seeds()) {
      Files.write(corpus.resolve(seed.getFileName()), bundle(seed));
    }
    Path log = folder.resolve("log");
    int exitCode =
        new ProcessBuilder(command(corpus))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertEquals(0, exitCode, () -> end(log));
    assertTrue(end(log).contains("Done "), () -> end(log));
    System.err.println(end(log).lines().filter(line -> line.startsWith("Done ")).toList());
  }

  private static List<String> command(Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-Djava.io.tmpdir=" + temporaryFolder(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+EnableDynamicAgentLoading",
        "-cp",
        System.getProperty("java.class.path"),
        Jazzer.class.getName(),
        "--target_class=" + ImporterTarget.class.getName(),
        "--instrumentation_includes=org.limpid.**",
        "-seed=" + SEED,
        "-runs=" + INPUTS,
        "-max_total_time=" + SECONDS,
        "-timeout=" + HANGS_AFTER_SECONDS,
        "-rss_limit_mb=" + MOST_MEGABYTES,
        "-max_len=" + MOST_BYTES,
        "--reproducer_path=" + Path.of("target").toAbsolutePath(),
        "-artifact_prefix=" + Path.of("target").toAbsolutePath() + "/",
        corpus.toString());
  }

  /**
   * In memory where the system has such a folder: an import waits until its files are on the disk.
   */
  private static Path temporaryFolder() {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** The finding, or the last lines. */
  private static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      int finding = lines.indexOf("");
      int from = finding < 0 ? lines.size() - 5 : finding;
      return String.join("\n", lines.subList(Math.max(0, from), lines.size()));
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }
}

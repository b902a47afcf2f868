package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.AtomicFolder;

/** Which folders commands write into, and which they leave alone. */
final class FoldersTest {
  @TempDir private static Path shared;
  private static Path data;
  private static Path run;

  @TempDir private Path folder;

  @BeforeAll
  static void make() {
    data = shared.resolve("data");
    run = shared.resolve("run");
    succeed("data", "generate", "--out", "" + data, "--jobs", "40", "--days", "2", "--seed", "9");
    succeed("simulate", "--data", "" + data, "--policy", "fifo", "--out", "" + run);
  }

  private static void succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  /** The message of a call that is refused and changes nothing below the folder. */
  private String refused(String... words) throws IOException {
    Map<Path, String> before = content();
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.out());
    assertEquals("", call.out());
    assertEquals(before, content());
    return call.err();
  }

  private Map<Path, String> content() throws IOException {
    Map<Path, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path each : paths.toList()) {
        content.put(
            each,
            Files.isRegularFile(each) ? Files.readString(each, StandardCharsets.ISO_8859_1) : "");
      }
    }
    return content;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path each : paths.toList()) {
        Path target = to.resolve(from.relativize(each));
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  /** What the pages tell to write by hand has no mark. */
  private void makeByHand(String name, String file) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    Files.writeString(made.resolve(file), "by hand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--overwrite"})
  void reproducingLeavesAloneWhatItDidNotMake(String overwrite) throws IOException {
    makeByHand("data", "dataset.json");
    makeByHand("models", "models.json");
    makeByHand("results", "run.json");
    makeByHand("report", "report.html");
    makeByHand("table7", "table7.csv");
    String[] words = {"reproduce", "--out", "" + folder, overwrite};
    String message =
        refused(Stream.of(words).filter(word -> !word.isEmpty()).toArray(String[]::new));
    for (String name : List.of("data", "models", "results", "report", "table7")) {
      assertTrue(message.contains(folder.resolve(name) + ": "), message);
    }
  }

  @Test
  void reproducingReplacesAFormerRunOnlyWhenAsked() throws IOException {
    copy(run, folder.resolve("results"));
    String message = refused("reproduce", "--out", "" + folder, "--data", "" + data);
    assertTrue(message.contains("results: expected no file and no folder"), message);
    assertTrue(message.contains("add --overwrite"), message);
  }

  /** Data that is given is read; what lies where data would be generated is not touched. */
  @Test
  void reproducingWithOtherDataNeedsNoPlaceForData() throws IOException {
    makeByHand("data", "dataset.json");
    makeByHand("results", "notes.txt");
    String message = refused("reproduce", "--out", "" + folder, "--data", "" + data);
    assertFalse(message.contains(folder.resolve("data") + ":"), message);
  }

  @Test
  void overwritingNamesWhatIsOfTheUser() throws IOException {
    Path copy = folder.resolve("run");
    copy(run, copy);
    Files.writeString(copy.resolve("fifo/notes.txt"), "by hand");
    String message = refused("simulate", "--data", "" + data, "--out", "" + copy, "--overwrite");
    assertTrue(message.contains("it holds fifo/notes.txt, which Limpid did not write"), message);
    Files.delete(copy.resolve("fifo/notes.txt"));
    succeed("simulate", "--data", "" + data, "--out", "" + copy, "--overwrite", "--policy", "sjf");
    assertFalse(Files.exists(copy.resolve("fifo")));
  }

  /** Every command that writes a folder, each given the folder of another. */
  @Test
  void overwritingKeepsFoldersOfOtherKinds() throws IOException {
    Path ofRun = folder.resolve("run");
    Path ofData = folder.resolve("data");
    copy(run, ofRun);
    copy(data, ofData);
    String from = "" + data;
    List<List<String>> commands =
        List.of(
            List.of("data", "generate", "--out", "" + ofRun),
            List.of("data", "import", "lucid", "" + data, "--out", "" + ofRun),
            List.of("data", "import", "helios", from, "--cluster", "Venus", "--out", "" + ofRun),
            List.of("train", "--data", from, "--out", "" + ofRun),
            List.of("simulate", "--data", from, "--out", "" + ofData),
            List.of("ablate", "--data", from, "--out", "" + ofRun),
            List.of("tune", "--data", from, "--out", "" + ofRun),
            List.of("table7", "--data", from, "--out", "" + ofRun),
            List.of("plot", "jct-cdf", "--run", "" + run, "--out", "" + ofRun),
            List.of("report", "--run", "" + run, "--out", "" + ofRun),
            List.of(
                "whatif", "--run", "" + run, "--change", "nodes vc01 +1", "--out", "" + ofData));
    for (List<String> command : commands) {
      String[] words =
          Stream.concat(command.stream(), Stream.of("--overwrite")).toArray(String[]::new);
      refused(words);
    }
  }

  @Test
  void everyFolderHasItsMark() throws IOException {
    for (Path each : List.of(data, run)) {
      assertTrue(Files.readString(each.resolve(AtomicFolder.MARK)).startsWith("limpid-folder/1\n"));
    }
    succeed("data", "check", "" + data);
  }

  /**
   * What a killed process had moved out of the way, which may run on another host for all we know.
   */
  @Test
  void readersFindWhatHadMadeWay() throws IOException {
    Path aside = folder.resolve(".limpid-1-1-00000000-00000000-1/old");
    Files.createDirectories(aside);
    copy(data, aside.resolve("data"));
    succeed("data", "check", "" + folder.resolve("data"));
    assertTrue(Files.exists(folder.resolve("data/dataset.json")));
  }

  /** The temporary names are no longer than the name itself. */
  @Test
  void namesOfTwoHundredAndThirtyBytesAreWritten() {
    Path out = folder.resolve("n".repeat(230));
    succeed("simulate", "--data", "" + data, "--policy", "fifo", "--out", "" + out);
    assertTrue(Files.exists(out.resolve("run.json")));
  }

  @Test
  void namesThatAreTooLongAreRefusedBeforeAnyWork() throws IOException {
    Path out = folder.resolve("n".repeat(256));
    String message = refused("simulate", "--data", "" + data, "--out", "" + out);
    assertTrue(message.contains("Maybe choose a shorter name"), message);
    Path csv = SampleCsv.write(folder.resolve("in.csv"), 1);
    String ofModel =
        refused("model", "train", "--csv", "" + csv, "--target", "price", "--out", "" + out);
    assertTrue(ofModel.contains("Maybe choose a shorter name"), ofModel);
  }

  @Test
  void devicesAreNotReplaced() throws IOException {
    Path csv = SampleCsv.write(folder.resolve("in.csv"), 1);
    String message =
        refused(
            "model",
            "train",
            "--csv",
            "" + csv,
            "--target",
            "price",
            "--out",
            "/dev/null",
            "--overwrite");
    assertTrue(message.contains("found a device"), message);
  }

  @Test
  void linksToNothingAreRefusedBeforeAnyWork() throws IOException {
    Path csv = SampleCsv.write(folder.resolve("in.csv"), 1);
    Path link = Files.createSymbolicLink(folder.resolve("m.json"), folder.resolve("none/m.json"));
    String message =
        refused("model", "train", "--csv", "" + csv, "--target", "price", "--out", "" + link);
    assertTrue(message.contains("no link that leads nowhere"), message);
  }
}

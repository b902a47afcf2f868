package org.limpid.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;

final class SweepTest {
  private static final String GRID =
      """
      {
        "format": "limpid-grid/1",
        "data": ["data"],
        "policies": ["fifo", "lucid"],
        "loads": [0.5, 1, 1.5],
        "settings": {"profilerNodes": [1, 2]},
        "replicas": 2
      }
      """;

  /** Three loads, two replicas; fifo, and lucid with either number of nodes. */
  private static final int POINTS = 3 * 2 * 3;

  @TempDir private static Path folder;

  @BeforeAll
  static void generate() throws Exception {
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(200).withDays(4),
        folder.resolve("data"),
        false,
        jobs -> {});
    Files.writeString(folder.resolve("grid.json"), GRID);
  }

  private static SweepReport sweep(String grid, String out, SweepEngine engine) {
    SweepRequest request =
        new SweepRequest(folder.resolve(grid), folder.resolve(out), false, Set.of(TableFile.CSV));
    return Sweep.run(request, engine, (_, _) -> {}, Reporter.SILENT);
  }

  /** An engine that breaks down when so many points are done. */
  private static SweepEngine breakingAfter(int points) {
    AtomicInteger done = new AtomicInteger();
    return (grid, runner, all, taker) ->
        new LocalEngine(1)
            .run(
                grid,
                runner,
                all,
                (point, result) -> {
                  if (done.incrementAndGet() > points) {
                    throw new IllegalStateException("broken");
                  }
                  taker.accept(point, result);
                });
  }

  private static Map<String, String> content(String out) {
    try (Stream<Path> files = Files.list(folder.resolve(out))) {
      Map<String, String> texts = new TreeMap<>();
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSweepThatWasStoppedGivesTheSameBytesAsOneThatWasNot() throws IOException {
    sweep("grid.json", "whole", new LocalEngine(2));
    assertThrows(
        IllegalStateException.class, () -> sweep("grid.json", "stopped", breakingAfter(5)));
    assertEquals(Set.of(".limpid", "points.csv", "sweep.json"), content("stopped").keySet());
    Path points = folder.resolve("stopped/points.csv");
    assertEquals(1 + 5, Files.readAllLines(points).size());
    Files.writeString(points, "17,200.0,12", StandardOpenOption.APPEND); // as a kill leaves it
    assertThrows(
        IllegalStateException.class, () -> sweep("grid.json", "stopped", breakingAfter(3)));
    assertEquals(1 + 5 + 3, Files.readAllLines(points).size());
    SweepReport report = sweep("grid.json", "stopped", new LocalEngine(1));
    assertEquals(POINTS, report.results().size());
    assertEquals(content("whole"), content("stopped"));
    sweep("grid.json", "stopped", breakingAfter(0)); // nothing is left to do
    assertEquals(content("whole"), content("stopped"));
  }

  @Test
  void anotherGridIsRefusedAndSaysWhatDiffers() throws IOException {
    Files.writeString(
        folder.resolve("small.json"),
        """
        {"format": "limpid-grid/1", "data": ["data"], "policies": ["fifo"]}
        """);
    Files.writeString(
        folder.resolve("other.json"),
        """
        {"format": "limpid-grid/1", "data": ["data"], "policies": ["fifo", "sjf"], "seed": 1}
        """);
    sweep("small.json", "one", new LocalEngine(1));
    Map<String, String> before = content("one");
    String message =
        assertThrows(DataException.class, () -> sweep("other.json", "one", new LocalEngine(1)))
            .getMessage();
    assertTrue(message.contains("policies: expected the same sweep"), message);
    assertTrue(message.contains("with 'fifo, sjf', found 'fifo'"), message);
    assertTrue(message.contains("seed: expected the same sweep"), message);
    assertEquals(before, content("one"));
  }

  @Test
  void twoSweepsIntoOneFolderAtOnceAreRefused() throws IOException {
    Files.writeString(
        folder.resolve("two.json"),
        """
        {"format": "limpid-grid/1", "data": ["data"], "policies": ["sjf"]}
        """);
    SweepEngine again =
        (grid, runner, points, taker) -> {
          String message =
              assertThrows(DataException.class, () -> sweep("two.json", "two", new LocalEngine(1)))
                  .getMessage();
          assertTrue(message.contains("another command is at work"), message);
          new LocalEngine(1).run(grid, runner, points, taker);
        };
    assertEquals(1, sweep("two.json", "two", again).results().size());
  }

  @Test
  void aSettingMakesNoPointsOfPoliciesThatLackIt() {
    SweepGrid grid = GridSource.read(folder.resolve("grid.json")).grid();
    assertEquals(POINTS, grid.points().size());
    assertEquals(
        1,
        grid.configurations().stream()
            .filter(each -> each.policy().name().equals("fifo") && each.load() == 1)
            .count());
  }

  @Test
  void pointsThatCannotRunAreToldAndTheOthersRun() throws IOException {
    Path data = Files.createDirectory(folder.resolve("bare"));
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    Path description = data.resolve("dataset.json");
    String text = Files.readString(description);
    Files.writeString(
        description, text.replaceFirst("(?s),\\s*\"profiler\"\\s*:\\s*\\{.*?\\}", ""));
    Files.writeString(
        folder.resolve("bare.json"),
        """
        {"format": "limpid-grid/1", "data": ["bare"], "policies": ["fifo", "lucid"]}
        """);
    SweepReport report = sweep("bare.json", "bare-sweep", new LocalEngine(1));
    assertTrue(report.results().getFirst().succeeded());
    assertFalse(report.results().getLast().succeeded());
    assertTrue(report.notices().getFirst().startsWith("1 of 2 points can't be run"));
    String last = Files.readAllLines(folder.resolve("bare-sweep/sweep.csv")).getLast();
    assertTrue(
        last.matches("bare,1\\.000000,lucid,default,0,,+\"?The data set describes no.*"), last);
  }
}

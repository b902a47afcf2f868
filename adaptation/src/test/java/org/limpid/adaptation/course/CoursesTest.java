package org.limpid.adaptation.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.adaptation.MadeUp;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import org.limpid.adaptation.course.CourseRequest.PolicyFiles;
import org.limpid.adaptation.learning.LearningRules;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;

final class CoursesTest {
  private static final List<String> BOTH = List.of("early2", "late3");

  @TempDir private Path folder;
  private LearningFiles files;

  @BeforeEach
  void writeFiles() throws IOException {
    files = MadeUp.write(folder, "early2", "late3");
  }

  private CourseRequest request(String out, List<String> scenarios, List<Integer> episodes) {
    return request(out, scenarios, false, episodes, Optional.empty(), 1);
  }

  private CourseRequest request(
      String out,
      List<String> scenarios,
      boolean inTurn,
      List<Integer> episodes,
      Optional<PolicyFiles> start,
      int threads) {
    return new CourseRequest(
        files,
        start,
        scenarios,
        inTurn,
        episodes,
        List.of(10.0),
        LearningRules.PUBLISHED,
        List.of(1L, 2L),
        folder.resolve(out),
        false,
        threads);
  }

  private static List<CourseResult> run(CourseRequest request) {
    return Courses.run(request, Reporter.SILENT);
  }

  /** The bytes of all files of a folder, by name. */
  private Map<String, String> content(String out) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder.resolve(out))) {
      for (Path path : paths.toList()) {
        content.put(
            path.getFileName().toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return content;
  }

  @Test
  void threadsChangeNothing() throws IOException {
    List<CourseResult> results = run(request("one", BOTH, List.of(20, 30)));
    assertEquals(4, results.size());
    assertEquals("late3-seed2", results.getLast().course());
    run(request("three", BOTH, false, List.of(20, 30), Optional.empty(), 3));
    assertEquals(content("one"), content("three"));
    assertTrue(content("one").keySet().contains("early2-seed1.f32le"));
  }

  /** 40 episodes and a header; the mean over all of them, as there are fewer than 500. */
  @Test
  void theCurveHasAllEpisodes() throws IOException {
    CourseResult result = run(request("out", List.of("early2"), List.of(40))).getFirst();
    List<String> lines = Files.readAllLines(folder.resolve("out/early2-seed1.csv"));
    assertEquals(41, lines.size());
    assertEquals("episode,scenario,actions,accuracy,objective", lines.getFirst());
    assertTrue(lines.getLast().matches("39,early2,[0-3] [0-3] [0-3],0\\.5[0-9]+,[0-9.]+"));
    double mean =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
            .average()
            .orElseThrow();
    assertEquals(mean, result.last(), 1e-12);
    assertEquals(result.first(), result.last());
  }

  /**
   * A command that is stopped leaves the folder of courses: here in the first stage, at its end,
   * and in the second.
   */
  @Test
  void aStoppedCourseGoesOn() throws IOException {
    CourseRequest whole = request("whole", BOTH, true, List.of(15, 25), Optional.empty(), 1);
    run(whole);
    for (int stop : new int[] {5, 15, 23}) {
      String name = "stopped" + stop;
      CourseRequest stopped = request(name, BOTH, true, List.of(15, 25), Optional.empty(), 1);
      stopAt(stopped, stop);
      assertTrue(Files.exists(folder.resolve(name).resolve("unfinished")));
      run(stopped);
      assertEquals(content("whole"), content(name));
    }
  }

  private static void stopAt(CourseRequest request, int episodes) {
    Reporter stopping =
        new Reporter() {
          @Override
          public void advance(long amount) {
            if (amount > 0) {
              throw new UncheckedIOException(new IOException("stopped"));
            }
          }
        };
    assertThrows(
        UncheckedIOException.class, () -> new Courses(request, stopping).run(episodes, episodes));
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    CourseRequest request = request("out", List.of("early2"), List.of(20));
    List<CourseResult> results = run(request);
    assertEquals(results, run(request));
  }

  @Test
  void otherLearningIsRefused() {
    run(request("out", List.of("early2"), List.of(20)));
    String message =
        assertThrows(DataException.class, () -> run(request("out", List.of("early2"), List.of(21))))
            .getMessage();
    assertTrue(message.contains("20 episodes"), message);
    assertTrue(message.contains("--overwrite"), message);
  }

  @Test
  void unknownScenariosAreNamed() {
    String message =
        assertThrows(DataException.class, () -> run(request("out", List.of("early3"), List.of(20))))
            .getMessage();
    assertTrue(message.contains("expected a scenario 'early3'"), message);
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  /** Two commands, of which the second begins with the weights of the first, are one in turn. */
  @Test
  void aCourseInTurnIsAChainOfTransfers() throws IOException {
    run(request("turn", BOTH, true, List.of(15, 10), Optional.empty(), 1));
    run(request("first", List.of("early2"), List.of(15)));
    PolicyFiles learnt =
        new PolicyFiles(
            folder.resolve("first/early2-seed1.f32le"), folder.resolve("first/early2-seed1.json"));
    run(request("second", List.of("late3"), false, List.of(10), Optional.of(learnt), 1));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("turn/early2-late3-seed1.f32le")),
        Files.readAllBytes(folder.resolve("second/late3-seed1.f32le")));
  }

  @Test
  void aDamagedCheckpointIsNamed() throws IOException {
    CourseRequest request = request("out", List.of("early2"), List.of(30));
    stopAt(request, 10);
    Path checkpoint = folder.resolve("out/early2-seed1.checkpoint");
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);
    String message = assertThrows(DataException.class, () -> run(request)).getMessage();
    assertTrue(message.contains("early2-seed1.checkpoint"), message);
    assertTrue(message.contains("can't go on from here"), message);
  }
}

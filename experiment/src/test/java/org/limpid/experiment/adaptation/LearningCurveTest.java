package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;

final class LearningCurveTest {
  @TempDir private Path folder;

  /** Windows of two: 4; (4 + 2) / 2; (2 + 6) / 2; (6 + 0) / 2. */
  @Test
  void runningMeans() {
    double[] means = LearningCurve.runningMean(List.of(4., 2., 6., 0.), 2);
    assertArrayEquals(new double[] {4, 3, 4, 3}, means, 1e-12);
  }

  /**
   * 600 episodes: 50 of .1, 50 of .2, 500 of .6. The first 50 have mean .1, the last 500 .6; from
   * scratch it is .05 all along, so the jump start is .05 and the gain in the end .55.
   */
  @Test
  void jumpStart() {
    List<Double> accuracies =
        IntStream.range(0, 600).mapToObj(i -> i < 50 ? .1 : i < 100 ? .2 : .6).toList();
    ListedPolicy scratch = policy("late", List.of("late2"), Optional.empty(), level(.05, 600));
    ListedPolicy other = policy("early", List.of("early2"), Optional.empty(), level(.9, 10));
    ListedPolicy moved =
        policy(
            "moved",
            List.of("early2", "late2"),
            Optional.of("early"),
            new LearningCurve(accuracies, accuracies));
    List<Transfer> transfers = Transfer.all(List.of(other, scratch, moved));
    assertEquals(List.of(new Transfer(moved, scratch)), transfers);
    assertEquals(.05, transfers.getFirst().jumpStart(), 1e-12);
    assertEquals(.55, transfers.getFirst().endGain(), 1e-12);
  }

  private static LearningCurve level(double accuracy, int count) {
    List<Double> values = Collections.nCopies(count, accuracy);
    return new LearningCurve(values, values);
  }

  private static ListedPolicy policy(
      String name, List<String> learntFrom, Optional<String> beganWith, LearningCurve curve) {
    return new ListedPolicy(
        name, learntFrom, beganWith, Optional.empty(), List.of(), Optional.of(curve));
  }

  @Test
  void readsWhatTrainingWrites() throws IOException {
    LearningCurve curve =
        LearningCurve.read(written("0,early2,0 1 3,0.6,140.25", "1,early2,1 1 0,0.7391,0.00012"));
    assertEquals(List.of(.6, .7391), curve.accuracies());
    assertEquals(List.of(140.25, .00012), curve.objectives());
  }

  @Test
  void episodesThatAreNotThereAreMissed() throws IOException {
    Path file = written("1,early2,0 1 3,0.6,140", "3,early2,1 1 0,73.91,1");
    DataException failure = assertThrows(DataException.class, () -> LearningCurve.read(file));
    assertTrue(failure.getMessage().contains("expected episode 2 next"), failure.getMessage());
    Path empty = written();
    assertThrows(DataException.class, () -> LearningCurve.read(empty));
  }

  @Test
  void fileThatIsNotThereIsToldOnce() {
    Path missing = folder.resolve("missing.csv");
    DataException failure = assertThrows(DataException.class, () -> LearningCurve.read(missing));
    assertEquals(1, failure.problems().size(), failure.getMessage());
  }

  private Path written(String... rows) throws IOException {
    return Files.write(
        folder.resolve("curve.csv"),
        Stream.concat(Stream.of("episode,scenario,actions,accuracy,objective"), Stream.of(rows))
            .toList());
  }
}

package org.limpid.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.run.InputProblem;

final class GapTrainingTest {
  private static final Examples EXAMPLES = TinyProblem.examples(400);

  private static GapNetwork transformer;
  private static GapNetwork mixture;

  @BeforeAll
  static void train() {
    transformer = GapTraining.train(TinyProblem.transformer(), EXAMPLES);
    mixture = GapTraining.train(TinyProblem.mixture(), EXAMPLES);
  }

  /** The mean absolute distance of the hours to their median: what a constant would reach. */
  private static double spread() {
    double[] hours =
        IntStream.range(0, EXAMPLES.size()).mapToDouble(EXAMPLES.hours()).sorted().toArray();
    double median = hours[hours.length / 2];
    return IntStream.range(0, hours.length)
        .mapToDouble(i -> Math.abs(hours[i] - median))
        .average()
        .orElseThrow();
  }

  private static void assertLearnt(NetworkOrigin origin) {
    assertTrue(
        origin.errorHours() < spread() / 2,
        () -> "error %s, spread %s".formatted(origin.errorHours(), spread()));
    for (double[] losses : origin.losses()) {
      assertTrue(losses[losses.length - 1] < losses[0]);
    }
  }

  @Test
  void aTransformerLearnsWhatNobodyToldIt() {
    assertLearnt(transformer.origin());
  }

  @Test
  void aMixtureLearnsInAllPhases() {
    assertLearnt(mixture.origin());
    assertEquals(3, mixture.origin().losses().size());
  }

  /** Dropout, first weights and the order of examples come from the seed. */
  @Test
  void twoTrainingsGiveTheSameWeights() {
    assertSameWeights(mixture, GapTraining.train(TinyProblem.mixture(), EXAMPLES));
  }

  private static void assertSameWeights(GapNetwork one, GapNetwork other) {
    assertEquals(one.weights().size(), other.weights().size());
    for (int i = 0; i < one.weights().size(); i++) {
      assertArrayEquals(one.weights().get(i), other.weights().get(i));
    }
  }

  /** On other threads, and at the same time. */
  @Test
  void threadsChangeNothing() {
    List<GapNetwork> networks =
        IntStream.range(0, 2)
            .parallel()
            .mapToObj(_ -> GapTraining.train(TinyProblem.transformer(), EXAMPLES))
            .toList();
    for (GapNetwork network : networks) {
      assertSameWeights(transformer, network);
      double[] hours =
          IntStream.range(0, 50)
              .parallel()
              .mapToDouble(i -> network.hours(EXAMPLES.window().apply(i)))
              .toArray();
      for (int i = 0; i < hours.length; i++) {
        assertEquals(transformer.hours(EXAMPLES.window().apply(i)), hours[i]);
      }
    }
  }

  @Test
  void theOriginTellsTheData() {
    NetworkOrigin origin = transformer.origin();
    assertEquals(400, origin.examples());
    assertEquals(EXAMPLES.hash(), origin.dataHash());
    Examples others =
        new Examples(
            EXAMPLES.size(),
            EXAMPLES.window(),
            i -> i == 399 ? 0 : EXAMPLES.hours().applyAsDouble(i));
    assertNotEquals(EXAMPLES.hash(), others.hash());
  }

  @Test
  void fewExamplesAreRefused() {
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () -> GapTraining.train(TinyProblem.mixture(), TinyProblem.examples(47)));
    assertEquals(
        "A network can't be trained on so little: expected 48 samples or more, found 47. Maybe give"
            + " more with --windows.",
        problem.getMessage());
  }

  /**
   * States (1, 5), (3, 5) and (1, 5), (3, 5): the means are 2 and 5, the deviation of the first is
   * 1, the second has none and is left as it is.
   */
  @Test
  void numbersAreBroughtToOneScale() {
    double[][] window = {{1, 5}, {3, 5}};
    Scaling scaling = Scaling.of(new Examples(2, _ -> window, _ -> 0));
    float[] scaled = new float[5];
    scaling.write(window, scaled, 1);
    assertArrayEquals(new float[] {0, -1, 0, 1, 0}, scaled);
  }
}

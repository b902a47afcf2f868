package org.limpid.experiment.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.reference.mirage.ChainSight;
import org.limpid.simulation.run.InputProblem;

final class CalibratedLearnerTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.parse("2023-01-01T00:00:00");

  private static ChainSight sight(double leftHours) {
    return ChainSight.of(new ChainMoment(0, Math.round(3600 * leftHours), 1, 0, 0, 0, 0, 0, 4, 0));
  }

  /** Waits of 0 h to 9 h, again and again. */
  private static ChainLessons lessons(int windows) {
    List<ChainLesson> lessons =
        IntStream.range(0, windows)
            .mapToObj(window -> new ChainLesson(window, sight(5), window % 10))
            .toList();
    return new ChainLessons(lessons, windows, new GapPrice(3), ORIGIN, 1);
  }

  /**
   * A model that always says 2 h leaves residuals of -2 to 7, twelve of each. A price of 3 asks for
   * three quarters: of 120 the rank is ceil(121 x 0.75) = 91, which is in the eighth dozen, that of
   * 5. So 7 h are planned for.
   */
  @Test
  void predictionsAreShiftedToTheQuantile() {
    Predicate<ChainSight> policy =
        new CalibratedLearner("constant", false, _ -> () -> _ -> 2).learn(lessons(120)).begin();
    assertTrue(policy.test(sight(7)));
    assertFalse(policy.test(sight(7.01)));
  }

  /** Each of six spans of twenty windows is predicted from what lies 30 or more away. */
  @Test
  void noSpanIsPredictedFromWhatIsNearIt() {
    List<List<Integer>> learnt = new ArrayList<>();
    new CalibratedLearner(
            "noting",
            false,
            lessons -> {
              learnt.add(lessons.lessons().stream().map(ChainLesson::window).toList());
              return () -> _ -> 0;
            })
        .learn(lessons(120));
    assertEquals(7, learnt.size());
    assertEquals(IntStream.range(50, 120).boxed().toList(), learnt.getFirst());
    assertEquals(IntStream.range(0, 70).boxed().toList(), learnt.get(5));
    assertEquals(120, learnt.getLast().size());
  }

  @Test
  void windowsWithoutWaitsTeachTheGlassBoxNothing() {
    List<ChainLesson> idle =
        IntStream.range(0, 120).mapToObj(window -> new ChainLesson(window, sight(5), 0)).toList();
    ChainLessons lessons = new ChainLessons(idle, 120, new GapPrice(3), ORIGIN, 1);
    InputProblem problem =
        assertThrows(InputProblem.class, () -> new GlassBoxLearner().learn(lessons));
    assertTrue(problem.getMessage().contains("all waits are 0 s"), problem::getMessage);
  }

  @Test
  void fewWindowsAreRefused() {
    CalibratedLearner learner = new CalibratedLearner("constant", false, _ -> () -> _ -> 2);
    ChainLessons few = lessons(119);
    assertThrows(InputProblem.class, () -> learner.learn(few));
  }

  @Test
  void manyItemsAreThinnedAtEqualDistances() {
    assertEquals(
        List.of(0, 3, 6, 9), LibraryLearners.thinned(IntStream.range(0, 10).boxed().toList(), 4));
    assertEquals(List.of(0, 1), LibraryLearners.thinned(List.of(0, 1), 2));
  }

  /** 144 states of 42 numbers each have as many columns, all with names of their own. */
  @Test
  void rawColumnsHaveNames() {
    List<String> names = ChainInputs.RAW.names();
    assertEquals(6048, names.size());
    assertEquals(6048, names.stream().distinct().count());
    assertEquals("000_pending_jobs", names.getFirst());
    assertEquals("143_successor_elapsed_s", names.getLast());
    double[] readable = ChainInputs.READABLE.values(sight(5), ORIGIN);
    assertEquals(5, readable[ChainInputs.READABLE.names().indexOf("left_h")]);
  }
}

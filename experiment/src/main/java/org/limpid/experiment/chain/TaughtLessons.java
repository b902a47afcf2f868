package org.limpid.experiment.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.files.Reporter;
import org.limpid.reference.mirage.ChainSight;
import org.limpid.reference.mirage.ChainWindow;
import org.limpid.simulation.run.InputProblem;

/** Makes the lessons of learners: submissions in the windows of a log. */
final class TaughtLessons {
  private TaughtLessons() {}

  /**
   * The lessons, by sizes of chains, windows and moments.
   *
   * @param request the windows; its nodes are not looked at
   * @param sizes nodes of each job of a chain
   * @param moments submissions per window and size
   * @param learners that they are for
   */
  static List<ChainLesson> of(
      ChainRequest request,
      List<Integer> sizes,
      int moments,
      List<ChainLearner> learners,
      Reporter reporter) {
    boolean states = learners.stream().anyMatch(ChainLearner::seesStates);
    List<ChainLesson> lessons = new ArrayList<>();
    for (int nodes : sizes) {
      ChainWindows.read(request.withNodes(nodes))
          .forEach(
              window -> taught(window, moments, states),
              (index, all) -> all.forEach(one -> lessons.add(one.in(index))),
              reporter);
    }
    return lessons;
  }

  private record Taught(ChainSight sight, long waitSeconds) {
    ChainLesson in(int window) {
      return new ChainLesson(window, sight, waitSeconds / 3600.0);
    }
  }

  private static List<Taught> taught(ChainWindow window, int moments, boolean states) {
    Stream<Taught> taught =
        states
            ? window.sightedWaits(moments).stream()
                .map(wait -> new Taught(wait.sight(), wait.waitSeconds()))
            : window.waits(moments).stream()
                .map(wait -> new Taught(ChainSight.of(wait.moment()), wait.waitSeconds()));
    return taught.toList();
  }

  /**
   * Checks that a model can be calibrated.
   *
   * @throws InputProblem if there are too few windows for that
   */
  static void requireWindows(int windows) {
    if (windows < HeldOutSpans.FEWEST_WINDOWS) {
      throw new InputProblem(
          "A model is calibrated on windows that it has not seen: expected %d windows or more, found %d. Maybe give more with --windows."
              .formatted(HeldOutSpans.FEWEST_WINDOWS, windows));
    }
  }
}

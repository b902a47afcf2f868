package org.limpid.adaptation.course;

import org.limpid.adaptation.trainings.ActionSequence;

/**
 * What came of a stage of a course.
 *
 * @param course name of the course
 * @param stage its number, from 1
 * @param seed of the course
 * @param of the stage itself
 * @param first mean accuracy of the first {@value #EPISODES} episodes, or of all if there are fewer
 * @param last the same of the last ones
 * @param actions that the policy takes after the stage, always the most probable one
 */
public record CourseResult(
    String course,
    int stage,
    long seed,
    Stage of,
    double first,
    double last,
    ActionSequence actions) {
  /** Episodes that a mean is taken over, as in the publication. */
  public static final int EPISODES = 500;

  static CourseResult of(Learner learner, int index) {
    Stage stage = learner.course().stages().get(index);
    int begin =
        (int) learner.course().stages().stream().limit(index).mapToLong(Stage::episodes).sum();
    int end = begin + stage.episodes();
    int most = Math.min(EPISODES, stage.episodes());
    return new CourseResult(
        learner.course().name(),
        index + 1,
        learner.course().seed(),
        stage,
        mean(learner.curve(), stage, begin, begin + most),
        mean(learner.curve(), stage, end - most, end),
        learner.learnt().get(index));
  }

  private static double mean(Curve curve, Stage stage, int from, int end) {
    double sum = 0;
    for (int episode = from; episode < end; episode++) {
      sum += stage.scenario().accuracy(curve.actions(episode));
    }
    return sum / (end - from);
  }

  /** The accuracy that the actions reach. */
  public double accuracy() {
    return of.scenario().accuracy(actions);
  }

  /** Place of the actions among all sequences of the scenario, from 1. */
  public int rank() {
    return of.scenario().rank(actions);
  }
}

package org.limpid.neural;

import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.chain.ChainLesson;

/**
 * A chain in a window: what a network predicts at each decision, and what submitting then comes to.
 * At the last one, the end of the predecessor, there is no choice.
 *
 * @param outputs decisions x experts
 * @param rewards of submitting at each decision: minutes of gap or overlap, negative
 */
record Episode(float[][] outputs, double[] rewards) {
  private static final double MINUTES = 60;

  Episode {
    if (outputs.length != rewards.length || rewards.length < 2) {
      throw new IllegalArgumentException(
          "expected 2 decisions or more with a reward each, found %d and %d"
              .formatted(outputs.length, rewards.length));
    }
  }

  /**
   * Those of lessons.
   *
   * @param lessons in the order of sizes of chains, windows and moments
   */
  static List<Episode> of(List<ChainLesson> lessons, GapNetwork network) {
    return grouped(lessons).stream().map(group -> of(network, group)).toList();
  }

  private static Episode of(GapNetwork network, List<ChainLesson> lessons) {
    return new Episode(
        lessons.stream()
            .map(lesson -> network.outputs(lesson.sight().window()))
            .toArray(float[][]::new),
        lessons.stream().mapToDouble(lesson -> -MINUTES * Math.abs(lesson.gapHours())).toArray());
  }

  /** Lessons of one window and size each. */
  static List<List<ChainLesson>> grouped(List<ChainLesson> lessons) {
    List<List<ChainLesson>> groups = new ArrayList<>();
    for (ChainLesson lesson : lessons) {
      if (groups.isEmpty() || !together(groups.getLast().getLast(), lesson)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(lesson);
    }
    return groups;
  }

  private static boolean together(ChainLesson one, ChainLesson other) {
    return one.window() == other.window()
        && one.sight().moment().nodes() == other.sight().moment().nodes();
  }

  /** Decisions with a choice. */
  int choices() {
    return rewards.length - 1;
  }
}

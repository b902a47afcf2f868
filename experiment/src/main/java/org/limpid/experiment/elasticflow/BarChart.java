package org.limpid.experiment.elasticflow;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers of a figure of bars: one group per trace or setting, in it one bar per policy.
 *
 * @param name of the figure: {@code figure-8a}
 * @param inPaper where the paper has it: {@code Figure 8a}
 * @param title what it shows
 * @param groupTitle what groups differ in
 * @param groups their names
 * @param measure what bars are
 * @param series one per policy, in the order of bars
 * @param notes sentences: what it was drawn from, and what else a reader must know
 */
public record BarChart(
    String name,
    String inPaper,
    String title,
    String groupTitle,
    List<String> groups,
    Measure measure,
    List<Series> series,
    List<String> notes)
    implements StudyChart {
  public BarChart {
    groups = List.copyOf(groups);
    series = List.copyOf(series);
    notes = List.copyOf(notes);
    int count = groups.size();
    if (series.stream().anyMatch(each -> each.ours.length != count)) {
      throw new IllegalArgumentException("expected a bar per policy in each of " + groups);
    }
  }

  /** What the height of a bar is. */
  public enum Measure {
    /** Jobs with a deadline that was kept, as a share of all jobs with one. */
    DEADLINES_KEPT("Deadlines kept"),
    /** Mean completion time of jobs without a deadline under Gandiva, over that here. */
    SHORTER_THAN_GANDIVA("Mean JCT, Gandiva / policy");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** What axes and columns call it. */
    public String words() {
      return words;
    }
  }

  /**
   * The bars of a policy, one per group; NaN: none.
   *
   * @param ours what the runs say
   * @param published what the artifact's scripts draw
   */
  public record Series(StudyPolicy policy, double[] ours, double[] published) {
    public Series {
      ours = ours.clone();
      published = published.clone();
      if (ours.length != published.length) {
        throw new IllegalArgumentException(
            "expected as many published bars as own ones, found %d and %d"
                .formatted(published.length, ours.length));
      }
    }

    @Override
    public double[] ours() {
      return ours.clone();
    }

    @Override
    public double[] published() {
      return published.clone();
    }

    /** Whether there is a bar of our own in any group. */
    public boolean hasOurs() {
      return Arrays.stream(ours).anyMatch(Double::isFinite);
    }

    /** Whether there is a published bar in any group. */
    public boolean hasPublished() {
      return Arrays.stream(published).anyMatch(Double::isFinite);
    }
  }
}

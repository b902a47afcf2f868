package org.limpid.experiment.synergy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.limpid.reference.synergy.SynergyAllocation;

/**
 * The numbers of a figure: a panel for each policy or setting, in it a line for each allocation.
 *
 * @param name of its files: {@code figure-8}
 * @param inPaper where the paper has it: {@code Figure 8}
 * @param title what it shows
 * @param xTitle what goes from left to right
 * @param measure what lines are
 * @param panels in their order
 * @param notes sentences: what it was drawn from, and what else a reader must know
 */
public record SynergyChart(
    String name,
    String inPaper,
    String title,
    String xTitle,
    Measure measure,
    List<Panel> panels,
    List<String> notes) {
  public SynergyChart {
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
  }

  /** What lines are. */
  public enum Measure {
    /** Mean time from arrival to end, hours. */
    MEAN_JCT("Mean JCT (h)"),
    /** Share of the jobs that took so long at most. */
    SHARE_OF_JOBS("Share of jobs");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    /** What axes call it. */
    public String words() {
      return words;
    }
  }

  /**
   * A part of the figure with axes of its own.
   *
   * @param title the policy or setting
   */
  public record Panel(String title, List<Line> lines) {
    public Panel {
      lines = List.copyOf(lines);
    }

    /**
     * The most that tuning gains: by which factor the mean is longer with the first allocation than
     * with the last. Empty for a single line.
     */
    public OptionalDouble largestGain() {
      Line first = lines.getFirst();
      Line last = lines.getLast();
      return lines.size() < 2
          ? OptionalDouble.empty()
          : IntStream.range(0, first.means.length)
              .mapToDouble(i -> first.means[i] / last.means[i])
              .max();
    }
  }

  /**
   * A line.
   *
   * @param xs ascending
   * @param ys as many
   * @param means mean times of the runs behind it, hours; as many as there are runs
   * @param published the same in the README of the artifact; NaN: not there
   */
  public record Line(
      SynergyAllocation allocation, double[] xs, double[] ys, double[] means, double[] published) {
    public Line {
      if (xs.length != ys.length || means.length != published.length) {
        throw new IllegalArgumentException(
            "expected as many values as places, found %d and %d, published %d of %d"
                .formatted(ys.length, xs.length, published.length, means.length));
      }
      xs = xs.clone();
      ys = ys.clone();
      means = means.clone();
      published = published.clone();
    }

    @Override
    public double[] xs() {
      return xs.clone();
    }

    @Override
    public double[] ys() {
      return ys.clone();
    }

    @Override
    public double[] means() {
      return means.clone();
    }

    @Override
    public double[] published() {
      return published.clone();
    }

    /** Whether anything was published. */
    public boolean hasPublished() {
      return Arrays.stream(published).anyMatch(Double::isFinite);
    }
  }
}

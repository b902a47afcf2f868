package org.limpid.experiment.elasticflow;

import java.util.List;

/**
 * Numbers of a figure of lines over time that are level from each point to the next.
 *
 * @param name of the figure: {@code figure-10}
 * @param inPaper where the paper has it: {@code Figure 10}
 * @param title what it shows
 * @param measure what lines are
 * @param lines one per policy
 * @param notes sentences: what it was drawn from, and what else a reader must know
 */
public record StepChart(
    String name, String inPaper, String title, String measure, List<Line> lines, List<String> notes)
    implements StudyChart {
  public StepChart {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * A line.
   *
   * @param seconds since the begin of the trace, ascending
   * @param values from each of these on
   */
  public record Line(StudyPolicy policy, double[] seconds, double[] values) {
    public Line {
      seconds = seconds.clone();
      values = values.clone();
      if (seconds.length != values.length) {
        throw new IllegalArgumentException(
            "expected a value per time, found %d for %d".formatted(values.length, seconds.length));
      }
    }

    @Override
    public double[] seconds() {
      return seconds.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    /** The mean over time; NaN if it has no length. */
    public double mean() {
      double sum = 0;
      for (int i = 1; i < seconds.length; i++) {
        sum += values[i - 1] * (seconds[i] - seconds[i - 1]);
      }
      return seconds.length < 2 ? Double.NaN : sum / (seconds[seconds.length - 1] - seconds[0]);
    }
  }
}

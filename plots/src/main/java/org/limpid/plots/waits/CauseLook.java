package org.limpid.plots.waits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;
import org.limpid.simulation.waiting.WaitCause;

/**
 * How causes of waiting look and what they mean, the same in all figures, tables and on the page of
 * a report. All that figures know of a single cause is here.
 */
public final class CauseLook {
  private CauseLook() {}

  public static SeriesStyle style(WaitCause cause, Theme theme) {
    return switch (cause) {
      case PROFILER -> theme.area(Hue.PURPLE, Hatch.UPRIGHT);
      case CLUSTER_FULL -> theme.area(Hue.BLUE, Hatch.NONE);
      case OVERTAKEN -> theme.area(Hue.ORANGE, Hatch.RISING);
      case FRAGMENTED -> theme.area(Hue.VERMILLION, Hatch.FALLING);
      case HEAD_OF_LINE -> theme.area(Hue.GREEN, Hatch.CROSSED);
      case OVERHEAD -> theme.area(Hue.GREY, Hatch.NONE);
    };
  }

  /** When a job waits for a cause: a clause that begins with a small letter. */
  public static String meaning(WaitCause cause) {
    return switch (cause) {
      case PROFILER -> "the job waits for its turn in the profiler";
      case CLUSTER_FULL ->
          "fewer GPUs are free than it asks for, even if no job that came later had been let ahead";
      case OVERTAKEN ->
          "it would have enough GPUs without the jobs that entered the queue after it and hold"
              + " GPUs";
      case FRAGMENTED ->
          "enough GPUs are free, but not in the places that the placement rule asks for";
      case HEAD_OF_LINE ->
          "it could be placed, but the queue discipline keeps it behind another job";
      case OVERHEAD -> "it could be placed, but the scheduler has not looked yet";
    };
  }

  /** All causes with their meanings, a sentence each. */
  static String note() {
    return Arrays.stream(WaitCause.values())
        .map(cause -> capitalised(cause.words()) + ": " + meaning(cause) + ".")
        .collect(Collectors.joining(" "));
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static List<LegendEntry> legend(List<WaitCause> causes, Theme theme) {
    return causes.stream()
        .map(cause -> new LegendEntry(cause.words(), style(cause, theme), LegendEntry.Kind.BOX))
        .toList();
  }
}

package org.limpid.experiment.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.results.table.ReportTable;

/**
 * What both baselines reach.
 *
 * @param reactive by window
 * @param average by window
 */
public record BaselinesReport(List<ChainOutcome> reactive, List<ChainOutcome> average) {
  /** The load of a window is low up to this interruption under the reactive baseline. */
  private static final long LOW_SECONDS = 2 * 3600;

  /** It is heavy above this one. */
  private static final long MEDIUM_SECONDS = 12 * 3600;

  public BaselinesReport {
    reactive = List.copyOf(reactive);
    average = List.copyOf(average);
  }

  /** A table of means, and how many windows have which load. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "baselines",
            "baseline",
            "mean gap s",
            "largest gap s",
            "mean overlap s",
            "no gap in %");
    add(table, "reactive", reactive);
    add(table, "avg", average);
    long low = interruptions(reactive).filter(seconds -> seconds <= LOW_SECONDS).count();
    long heavy = interruptions(reactive).filter(seconds -> seconds > MEDIUM_SECONDS).count();
    return table.aligned()
        + "Load of %,d windows by the gap under reactive: %,d low (up to 2 h), %,d medium, %,d heavy (above 12 h).\n"
            .formatted(reactive.size(), low, reactive.size() - low - heavy, heavy);
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("windows", reactive.size());
    json.put("reactive", json(reactive));
    json.put("avg", json(average));
    return json;
  }

  private static Map<String, Object> json(List<ChainOutcome> outcomes) {
    double windows = outcomes.size();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "mean_gap_s", interruptions(outcomes).map(seconds -> Math.max(0, seconds)).sum() / windows);
    json.put(
        "mean_overlap_s",
        interruptions(outcomes).map(seconds -> Math.max(0, -seconds)).sum() / windows);
    json.put(
        "no_gap_share", interruptions(outcomes).filter(seconds -> seconds <= 0).count() / windows);
    return json;
  }

  private static void add(ReportTable table, String name, List<ChainOutcome> outcomes) {
    double windows = outcomes.size();
    table.row(
        name,
        interruptions(outcomes).map(seconds -> Math.max(0, seconds)).sum() / windows,
        (double) interruptions(outcomes).map(seconds -> Math.max(0, seconds)).max().orElse(0),
        interruptions(outcomes).map(seconds -> Math.max(0, -seconds)).sum() / windows,
        100 * interruptions(outcomes).filter(seconds -> seconds <= 0).count() / windows);
  }

  private static LongStream interruptions(List<ChainOutcome> outcomes) {
    return outcomes.stream().mapToLong(ChainOutcome::interruptionSeconds);
  }
}

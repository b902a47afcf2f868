package org.limpid.data.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limpid.data.io.DatasetSummary.Group;
import org.limpid.data.io.DatasetSummary.Quantiles;
import org.limpid.files.AlignedColumns;
import org.limpid.files.PrintableText;
import org.limpid.files.Words;

/** Renders a {@link DatasetSummary} as plain text with aligned columns. */
public final class DatasetSummaryText {
  private static final double SECONDS_PER_DAY = 86_400;

  private DatasetSummaryText() {}

  /** The text; lines end with a line feed. */
  public static String of(DatasetSummary summary) {
    return String.join(
        "\n",
        head(summary),
        virtualClusters(summary),
        durations(summary),
        arrivals(summary.arrivals()),
        groups("size", summary.sizes()),
        groups("GPUs per job", summary.gpuCounts()),
        groups("state", summary.states()),
        summary.models().isEmpty() ? "Workloads are unknown.\n" : groups("model", summary.models()),
        groups("top users", summary.topUsers()));
  }

  private static String head(DatasetSummary s) {
    double days = (s.lastSubmitSeconds() - s.firstSubmitSeconds()) / SECONDS_PER_DAY;
    return PrintableText.inLine(s.name() + ": " + s.title())
        + "\n"
        + text("%s of %s%n", Words.count(s.jobs(), "job"), Words.count(s.users(), "user"))
        + text("submitted %s to %s (%.1f days)%n", s.firstSubmit(), s.lastSubmit(), days)
        + text("%s, %s%n", Words.count(s.nodes(), "node"), Words.count(s.gpus(), "GPU"))
        + text(
            "%,.0f GPU hours demanded, load %.2f from the first to the last submission%n",
            s.gpuHours(), s.load())
        + list("nodes by kind", s.nodeGroups())
        + list("optional columns of jobs", s.optionalColumns());
  }

  private static String list(String title, List<?> values) {
    return values.isEmpty()
        ? ""
        : title
            + ": "
            + values.stream()
                .map(value -> PrintableText.inLine(value.toString()))
                .collect(Collectors.joining(", "))
            + "\n";
  }

  private static String virtualClusters(DatasetSummary summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("virtual cluster", "nodes", "GPUs", "jobs", "GPU hours", "load"));
    summary
        .virtualClusters()
        .forEach(vc ->
            rows.add(
                List.of(
                    vc.name(),
                    text("%,d", vc.nodes()),
                    text("%,d", vc.gpus()),
                    text("%,d", vc.jobs()),
                    text("%,.0f", vc.gpuHours()),
                    text("%.2f", vc.load()))));
    return aligned(rows);
  }

  private static String durations(DatasetSummary summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "duration", "min", "10 %", "25 %", "median", "75 %", "90 %", "99 %", "max", "mean"));
    rows.add(quantiles("of jobs", summary.durationSeconds(), summary.meanDurationSeconds()));
    summary
        .realWaits()
        .ifPresent(waits ->
            rows.add(
                quantiles(text("real wait of %,d", waits.jobs()), waits.seconds(), waits.mean())));
    return aligned(rows);
  }

  private static List<String> quantiles(String name, Quantiles q, double mean) {
    return List.of(
        name,
        Words.roughly(q.min()),
        Words.roughly(q.p10()),
        Words.roughly(q.p25()),
        Words.roughly(q.median()),
        Words.roughly(q.p75()),
        Words.roughly(q.p90()),
        Words.roughly(q.p99()),
        Words.roughly(q.max()),
        Words.roughly(mean));
  }

  private static String arrivals(Arrivals a) {
    return text(
        "%.1f jobs per hour, %,d in the busiest, variance %.1f times the mean; %.1f %% of the jobs"
            + " come in the second of the one before%n",
        a.jobsPerHour(), a.mostPerHour(), a.dispersion(), 100 * a.sameSecondShare());
  }

  private static String groups(String title, List<Group> groups) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(title, "jobs", "of jobs", "GPU hours", "of GPU time"));
    for (Group group : groups) {
      rows.add(
          List.of(
              group.name(),
              text("%,d", group.jobs()),
              text("%.1f %%", 100 * group.jobShare()),
              text("%,.0f", group.gpuHours()),
              text("%.1f %%", 100 * group.gpuTimeShare())));
    }
    return aligned(rows);
  }

  /** The first column to the left, the others to the right. */
  private static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    AlignedColumns.of(1, rows).lines().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Formats alike on every machine. */
  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}

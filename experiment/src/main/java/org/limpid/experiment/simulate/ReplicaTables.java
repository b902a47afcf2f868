package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PairedDifference;

/** What replicas say, as tables and as JSON. Times are in seconds. */
public final class ReplicaTables {
  private static final String NOBODY = "-";
  private static final String NOISE = "noise";

  private ReplicaTables() {}

  /** Writes {@code replicas.csv} and {@code comparison.csv}. */
  public static void write(Path folder, String key, ReplicaFigures figures) {
    replicas(key, figures).writeCsv(folder.resolve("replicas.csv"));
    comparison(key, figures).writeCsv(folder.resolve("comparison.csv"));
  }

  /** One row per case and copy of the trace; copy 0 is the trace itself. */
  private static ReportTable replicas(String key, ReplicaFigures figures) {
    ReportTable table =
        new ReportTable("replicas", key, "replica", "jobs", "jct_mean", "queue_mean", "queue_p999");
    for (int index = 0; index < figures.names().size(); index++) {
      String name = figures.names().get(index);
      append(table, name, 0, figures.original().get(index));
      List<JobGroup> copies = figures.replicas().get(index);
      for (int copy = 0; copy < copies.size(); copy++) {
        append(table, name, copy + 1, copies.get(copy));
      }
    }
    return table;
  }

  private static void append(ReportTable table, String name, int replica, JobGroup jobs) {
    table.row(
        name, replica, jobs.jobs(), jobs.jct().mean(), jobs.queue().mean(), jobs.queue().p999());
  }

  /** One row per pair of cases: how much larger the means are for the first than for the other. */
  private static ReportTable comparison(String key, ReplicaFigures figures) {
    List<String> columns = new ArrayList<>(List.of(key, "other", "replicas"));
    columns.addAll(differenceColumns());
    ReportTable table = new ReportTable("comparison", columns);
    int count = figures.names().size();
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        List<Object> row = new ArrayList<>();
        row.add(figures.names().get(first));
        row.add(figures.names().get(second));
        row.add(figures.count());
        append(row, figures.difference(first, second, Figure.JCT));
        append(row, figures.difference(first, second, Figure.QUEUE));
        table.row(row);
      }
    }
    return table;
  }

  /** The columns of how much completion and queueing differ from those of another case. */
  public static List<String> differenceColumns() {
    return Stream.of("jct", "queue")
        .flatMap(times -> Stream.of("_difference", "_low", "_high", "_noise").map(times::concat))
        .toList();
  }

  private static void append(List<Object> row, PairedDifference difference) {
    row.add(difference.mean());
    row.add(difference.low());
    row.add(difference.high());
    row.add(difference.isWithinNoise() ? 1 : 0);
  }

  /** Means over the copies, for people, and from whom each case can't be told. */
  public static ReportTable means(String key, ReplicaFigures figures) {
    ReportTable table =
        new ReportTable(
            "means over replicas",
            key,
            "mean JCT s",
            "mean queue s",
            "p99.9 queue s",
            "JCT within the noise of",
            "queue within the noise of");
    for (int index = 0; index < figures.names().size(); index++) {
      table.row(
          figures.names().get(index),
          figures.mean(index, Figure.JCT),
          figures.mean(index, Figure.QUEUE),
          figures.mean(index, Figure.QUEUE_P999),
          alike(index, figures, Figure.JCT),
          alike(index, figures, Figure.QUEUE));
    }
    return table;
  }

  private static String alike(int index, ReplicaFigures figures, Figure figure) {
    List<String> names = new ArrayList<>();
    for (int other = 0; other < figures.names().size(); other++) {
      if (other != index && figures.difference(index, other, figure).isWithinNoise()) {
        names.add(figures.names().get(other));
      }
    }
    return names.isEmpty() ? NOBODY : String.join(", ", names);
  }

  /** All of it as JSON: means per case, and the comparison of every pair. */
  public static Map<String, Object> json(ReplicaFigures figures) {
    List<Object> cases = new ArrayList<>();
    List<Object> pairs = new ArrayList<>();
    for (int first = 0; first < figures.names().size(); first++) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", figures.names().get(first));
      for (Figure figure : Figure.values()) {
        each.put(figure.label(), figures.mean(first, figure));
      }
      cases.add(each);
      for (int second = first + 1; second < figures.names().size(); second++) {
        pairs.add(pair(figures, first, second));
      }
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("count", figures.count());
    all.put("means", cases);
    all.put("differences", pairs);
    return all;
  }

  private static Map<String, Object> pair(ReplicaFigures figures, int first, int second) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("name", figures.names().get(first));
    pair.put("other", figures.names().get(second));
    pair.put("jctMean", difference(figures.difference(first, second, Figure.JCT)));
    pair.put("queueMean", difference(figures.difference(first, second, Figure.QUEUE)));
    return pair;
  }

  /** The interval of a difference for people, with a mark if it may be chance. */
  public static String interval(PairedDifference difference) {
    if (Double.isNaN(difference.halfWidth())) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%+,.0f..%+,.0f", difference.low(), difference.high());
    return difference.isWithinNoise() ? text + " " + NOISE : text;
  }

  /** A difference as JSON; null for a number that there is not. */
  public static Map<String, Object> difference(PairedDifference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("mean", finite(difference.mean()));
    map.put("low", finite(difference.low()));
    map.put("high", finite(difference.high()));
    map.put("withinNoise", difference.isWithinNoise());
    return map;
  }

  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}

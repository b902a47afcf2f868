package org.limpid.experiment.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PairedDifference;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What replicas say, as tables and as JSON. Times are in seconds. */
public final class ReplicaTables {
  private static final String NOBODY = "-";
  private static final String NOISE = "noise";

  private ReplicaTables() {}

  /** One row per case and copy of the trace; copy 0 is the trace itself. */
  public static Table replicas(String key, ReplicaFigures figures) {
    Table table =
        Table.create(
            "replicas",
            StringColumn.create(key),
            LongColumn.create("replica"),
            LongColumn.create("jobs"),
            DoubleColumn.create("jct_mean"),
            DoubleColumn.create("queue_mean"),
            DoubleColumn.create("queue_p999"));
    for (int index = 0; index < figures.names().size(); index++) {
      append(table, figures.names().get(index), 0, figures.original().get(index));
      List<JobGroup> copies = figures.replicas().get(index);
      for (int copy = 0; copy < copies.size(); copy++) {
        append(table, figures.names().get(index), copy + 1, copies.get(copy));
      }
    }
    return table;
  }

  private static void append(Table table, String name, int replica, JobGroup jobs) {
    table.stringColumn(0).append(name);
    table.longColumn(1).append(replica);
    table.longColumn(2).append(jobs.jobs());
    table.doubleColumn(3).append(jobs.jct().mean());
    table.doubleColumn(4).append(jobs.queue().mean());
    table.doubleColumn(5).append(jobs.queue().p999());
  }

  /** One row per pair of cases: how much larger the means are for the first than for the other. */
  public static Table comparison(String key, ReplicaFigures figures) {
    Table table =
        Table.create("comparison", StringColumn.create(key), StringColumn.create("other"));
    table.addColumns(LongColumn.create("replicas"));
    for (String times : List.of("jct", "queue")) {
      table.addColumns(
          DoubleColumn.create(times + "_difference"),
          DoubleColumn.create(times + "_low"),
          DoubleColumn.create(times + "_high"),
          LongColumn.create(times + "_noise"));
    }
    int count = figures.names().size();
    for (int first = 0; first < count; first++) {
      for (int second = first + 1; second < count; second++) {
        table.stringColumn(0).append(figures.names().get(first));
        table.stringColumn(1).append(figures.names().get(second));
        table.longColumn(2).append(figures.count());
        append(table, "jct", figures.difference(first, second, Figure.JCT));
        append(table, "queue", figures.difference(first, second, Figure.QUEUE));
      }
    }
    return table;
  }

  private static void append(Table table, String times, PairedDifference difference) {
    table.doubleColumn(times + "_difference").append(difference.mean());
    table.doubleColumn(times + "_low").append(difference.low());
    table.doubleColumn(times + "_high").append(difference.high());
    table.longColumn(times + "_noise").append(difference.isWithinNoise() ? 1 : 0);
  }

  /** Means over the copies, for people, and from whom each case can't be told. */
  public static Table means(String key, ReplicaFigures figures) {
    Table table =
        Table.create(
            "means over replicas",
            StringColumn.create(key),
            DoubleColumn.create("mean JCT s"),
            DoubleColumn.create("mean queue s"),
            DoubleColumn.create("p99.9 queue s"),
            StringColumn.create("JCT within the noise of"),
            StringColumn.create("queue within the noise of"));
    for (int index = 0; index < figures.names().size(); index++) {
      table.stringColumn(0).append(figures.names().get(index));
      table.doubleColumn(1).append(figures.mean(index, Figure.JCT));
      table.doubleColumn(2).append(figures.mean(index, Figure.QUEUE));
      table.doubleColumn(3).append(figures.mean(index, Figure.QUEUE_P999));
      table.stringColumn(4).append(alike(index, figures, Figure.JCT));
      table.stringColumn(5).append(alike(index, figures, Figure.QUEUE));
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

package org.limpid.experiment.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Words;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PairedDifference;

/** The results of a sweep as tables. Times are in seconds, ratios 0..1. */
final class SweepTables {
  private static final List<SweepMetric> METRICS = List.of(SweepMetric.values());

  /** What people see first, under headings with units. */
  private static final Map<SweepMetric, String> SHOWN =
      new EnumMap<>(
          Map.of(
              SweepMetric.JCT_MEAN, "mean JCT s",
              SweepMetric.QUEUE_MEAN, "mean queue s",
              SweepMetric.QUEUE_P999, "p99.9 queue s",
              SweepMetric.UTILISATION, "GPUs held %"));

  private final SweepReport report;

  SweepTables(SweepReport report) {
    this.report = report;
  }

  /** What is chosen about a configuration, by the names of the columns. */
  Map<String, Object> axes(Configuration configuration) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("data", configuration.data());
    cells.put("load", configuration.load());
    cells.put("policy", configuration.policy().name());
    cells.put("semantics", configuration.semantics().name());
    report
        .grid()
        .settings()
        .forEach(axis -> cells.put(axis.setting().name(), configuration.text(axis.setting())));
    return cells;
  }

  private List<String> axisNames() {
    return List.copyOf(axes(report.grid().configurations().getFirst()).keySet());
  }

  /** One row per point. */
  ReportTable points() {
    List<String> columns = new ArrayList<>(axisNames());
    columns.add("replica");
    METRICS.forEach(metric -> columns.add(CsvSchema.nameOf(metric)));
    columns.add("problem");
    ReportTable table = new ReportTable("sweep", columns);
    for (SweepPoint point : report.grid().points()) {
      PointResult result = report.results().get(point.number());
      List<Object> row = new ArrayList<>(axes(point.configuration()).values());
      row.add(point.replica());
      METRICS.forEach(metric -> row.add(cell(metric, result.value(metric))));
      row.add(result.problem());
      table.row(row);
    }
    return table;
  }

  private static Object cell(SweepMetric metric, double value) {
    return metric.isWhole() && !Double.isNaN(value) ? (Object) (long) value : value;
  }

  /** One row per configuration and metric: its mean over the replicas, with a 95 % interval. */
  ReportTable summary() {
    List<String> columns = new ArrayList<>(axisNames());
    columns.addAll(List.of("metric", "replicas", "mean", "low", "high"));
    ReportTable table = new ReportTable("summary", columns);
    for (ConfigurationResult each : report.configurations()) {
      for (SweepMetric metric : METRICS) {
        PairedDifference mean = each.mean(metric);
        List<Object> row = new ArrayList<>(axes(each.configuration()).values());
        row.add(CsvSchema.nameOf(metric));
        row.add(mean.pairs());
        row.addAll(List.of(mean.mean(), mean.low(), mean.high()));
        table.row(row);
      }
    }
    return table;
  }

  /** The means for people; axes with one value are left out. */
  ReportTable means() {
    List<String> varied = varied();
    List<String> columns = new ArrayList<>(varied);
    SHOWN.values().forEach(heading -> columns.addAll(headings(heading)));
    ReportTable table = new ReportTable("means", columns);
    for (ConfigurationResult each : report.configurations()) {
      Map<String, Object> axes = axes(each.configuration());
      List<Object> row =
          new ArrayList<>(varied.stream().map(axes::get).map(SweepTables::asGiven).toList());
      SHOWN.keySet().forEach(metric -> row.addAll(cells(metric, each.mean(metric))));
      table.row(row);
    }
    return table;
  }

  /** A load as it stands in the grid: 0.8, not 0.8000. */
  private static Object asGiven(Object cell) {
    return cell instanceof Double load
        ? BigDecimal.valueOf(load).stripTrailingZeros().toPlainString()
        : cell;
  }

  private List<String> varied() {
    List<Map<String, Object>> all =
        report.grid().configurations().stream().map(this::axes).toList();
    return axisNames().stream()
        .filter(name ->
            name.equals("policy") || all.stream().map(row -> row.get(name)).distinct().count() > 1)
        .toList();
  }

  private boolean hasIntervals() {
    return report.grid().replicas().count() > 1;
  }

  private List<String> headings(String heading) {
    return hasIntervals() ? List.of(heading, "95 %") : List.of(heading);
  }

  private List<Object> cells(SweepMetric metric, PairedDifference mean) {
    double unit = metric.unit() == SweepMetric.Unit.SHARE ? 100 : 1;
    List<Object> cells = new ArrayList<>(List.of(unit * mean.mean()));
    if (hasIntervals()) {
      cells.add("± " + halfWidth(metric, unit * mean.halfWidth()));
    }
    return cells;
  }

  private static String halfWidth(SweepMetric metric, double halfWidth) {
    return metric.unit() == SweepMetric.Unit.SECONDS && !Double.isNaN(halfWidth)
        ? Words.roughly(halfWidth)
        : Numbers.short3(halfWidth);
  }
}

package org.limpid.experiment.ablate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.experiment.simulate.ReplicaFigures;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.experiment.simulate.TableText;
import org.limpid.simulation.metrics.PairedDifference;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each part of Lucid is worth.
 *
 * @param out folder of the results
 * @param figures of the rows that could be run; the first is Lucid in full
 * @param changes what differs in these rows
 * @param failed by name why other rows could not be run
 * @param notices where the predictions come from, one sentence each
 */
public record AblationReport(
    Path out,
    ReplicaFigures figures,
    List<String> changes,
    Map<String, String> failed,
    List<String> notices) {
  private static final String LEARNING = "Durations: ";

  /** A sentence where differences may be chance and nothing tells which. */
  public Optional<String> caution() {
    boolean learns = notices.stream().anyMatch(notice -> notice.contains(LEARNING));
    return learns && figures.count() == 0
        ? Optional.of(
            "Where models estimate durations they learn anew in each row, so small differences may"
                + " be chance; --replicas 10 tells which.")
        : Optional.empty();
  }

  /** The rows as they are in {@code ablation.csv}. */
  Table csv() {
    Table table =
        Table.create(
            "ablation",
            StringColumn.create("variant"),
            DoubleColumn.create("jct_mean"),
            DoubleColumn.create("queue_mean"),
            DoubleColumn.create("queue_p999"),
            DoubleColumn.create("jct_ratio"),
            DoubleColumn.create("queue_ratio"));
    for (String times : List.of("jct", "queue")) {
      table.addColumns(
          DoubleColumn.create(times + "_difference"),
          DoubleColumn.create(times + "_low"),
          DoubleColumn.create(times + "_high"),
          StringColumn.create(times + "_noise"));
    }
    table.addColumns(StringColumn.create("change"));
    for (int row = 0; row < figures.names().size(); row++) {
      appendFigures(table, row);
      append(table, "jct", row, Figure.JCT);
      append(table, "queue", row, Figure.QUEUE);
      table.stringColumn("change").append(changes.get(row));
    }
    return table;
  }

  private void appendFigures(Table table, int row) {
    table.stringColumn(0).append(figures.names().get(row));
    table.doubleColumn(1).append(figures.mean(row, Figure.JCT));
    table.doubleColumn(2).append(figures.mean(row, Figure.QUEUE));
    table.doubleColumn(3).append(figures.mean(row, Figure.QUEUE_P999));
    table.doubleColumn(4).append(ratio(row, Figure.JCT));
    table.doubleColumn(5).append(ratio(row, Figure.QUEUE));
  }

  private void append(Table table, String times, int row, Figure figure) {
    PairedDifference difference = figures.difference(row, 0, figure);
    boolean replicated = figures.count() > 0;
    table
        .doubleColumn(times + "_difference")
        .append(
            replicated ? difference.mean() : figures.mean(row, figure) - figures.mean(0, figure));
    table.doubleColumn(times + "_low").append(difference.low());
    table.doubleColumn(times + "_high").append(difference.high());
    String noise = difference.isWithinNoise() ? "1" : "0";
    table.stringColumn(times + "_noise").append(replicated ? noise : "");
  }

  private double ratio(int row, Figure figure) {
    double full = figures.mean(0, figure);
    return full == 0 ? Double.NaN : figures.mean(row, figure) / full;
  }

  /** The table for people. */
  Table table() {
    Table table =
        Table.create(
            "Lucid with one thing changed, times in seconds",
            StringColumn.create("variant"),
            DoubleColumn.create("mean JCT"),
            DoubleColumn.create("mean queue"),
            DoubleColumn.create("p99.9 queue"),
            DoubleColumn.create("JCT / full"),
            DoubleColumn.create("queue / full"));
    if (figures.count() > 0) {
      table.addColumns(StringColumn.create("JCT, 95 %"), StringColumn.create("queue, 95 %"));
    }
    table.addColumns(StringColumn.create("what is changed"));
    for (int row = 0; row < figures.names().size(); row++) {
      appendFigures(table, row);
      if (figures.count() > 0) {
        table.stringColumn(6).append(interval(row, Figure.JCT));
        table.stringColumn(7).append(interval(row, Figure.QUEUE));
      }
      table.stringColumn("what is changed").append(changes.get(row));
    }
    return table;
  }

  private String interval(int row, Figure figure) {
    if (row == 0) {
      return "-";
    }
    return ReplicaTables.interval(figures.difference(row, 0, figure));
  }

  /** What a terminal shows. */
  public String toText() {
    StringBuilder text = new StringBuilder(TableText.aligned(table()));
    failed.forEach(
        (name, problem) -> text.append("%s can't be run: %s\n".formatted(name, problem)));
    return text.toString();
  }

  /** All of it as JSON. */
  public String toJson() {
    List<Object> rows = new ArrayList<>();
    for (int row = 0; row < figures.names().size(); row++) {
      rows.add(json(row));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("replicas", figures.count());
    report.put("variants", rows);
    report.put("failed", failed);
    if (!notices.isEmpty()) {
      report.put("predictions", notices);
    }
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private Map<String, Object> json(int row) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", figures.names().get(row));
    map.put("change", changes.get(row));
    for (Figure figure : Figure.values()) {
      map.put(figure.label(), figures.mean(row, figure));
    }
    if (figures.count() > 0) {
      map.put("jctDifference", ReplicaTables.difference(figures.difference(row, 0, Figure.JCT)));
      map.put(
          "queueDifference", ReplicaTables.difference(figures.difference(row, 0, Figure.QUEUE)));
    }
    return map;
  }
}

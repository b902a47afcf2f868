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
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.PairedDifference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each part of a policy is worth.
 *
 * @param out folder of the results
 * @param subject what the policy is called in sentences
 * @param figures of the rows that could be run; the first is the policy in full
 * @param changes what differs in these rows
 * @param failed by name why other rows could not be run
 * @param notices where the predictions come from, one sentence each
 */
public record AblationReport(
    Path out,
    String subject,
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
  ReportTable csv() {
    List<String> columns =
        new ArrayList<>(
            List.of("variant", "jct_mean", "queue_mean", "queue_p999", "jct_ratio", "queue_ratio"));
    columns.addAll(ReplicaTables.differenceColumns());
    columns.add("change");
    ReportTable table = new ReportTable("ablation", columns);
    for (int row = 0; row < figures.names().size(); row++) {
      List<Object> cells = figures(row);
      addDifference(cells, row, Figure.JCT);
      addDifference(cells, row, Figure.QUEUE);
      cells.add(changes.get(row));
      table.row(cells);
    }
    return table;
  }

  private List<Object> figures(int row) {
    return new ArrayList<>(
        List.of(
            figures.names().get(row),
            figures.mean(row, Figure.JCT),
            figures.mean(row, Figure.QUEUE),
            figures.mean(row, Figure.QUEUE_P999),
            ratio(row, Figure.JCT),
            ratio(row, Figure.QUEUE)));
  }

  private void addDifference(List<Object> cells, int row, Figure figure) {
    PairedDifference difference = figures.difference(row, 0, figure);
    boolean replicated = figures.count() > 0;
    cells.add(replicated ? difference.mean() : figures.mean(row, figure) - figures.mean(0, figure));
    cells.add(difference.low());
    cells.add(difference.high());
    String noise = difference.isWithinNoise() ? "1" : "0";
    cells.add(replicated ? noise : "");
  }

  private double ratio(int row, Figure figure) {
    double full = figures.mean(0, figure);
    return full == 0 ? Double.NaN : figures.mean(row, figure) / full;
  }

  ReportTable table() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "variant", "mean JCT", "mean queue", "p99.9 queue", "JCT / full", "queue / full"));
    if (figures.count() > 0) {
      columns.addAll(List.of("JCT, 95 %", "queue, 95 %"));
    }
    columns.add("what is changed");
    ReportTable table =
        new ReportTable(subject + " with one thing changed, times in seconds", columns);
    for (int row = 0; row < figures.names().size(); row++) {
      List<Object> cells = figures(row);
      if (figures.count() > 0) {
        cells.add(interval(row, Figure.JCT));
        cells.add(interval(row, Figure.QUEUE));
      }
      cells.add(changes.get(row));
      table.row(cells);
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
    StringBuilder text = new StringBuilder(table().aligned());
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

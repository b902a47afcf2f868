package org.limpid.app.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.text.TextTable;
import org.limpid.plots.figure.Figure;

/**
 * What was plotted.
 *
 * @param figures what was made, kind by kind
 * @param absences why some kinds were not
 * @param extensions of the files of each figure
 */
public record PlotReport(List<Made> figures, List<Absence> absences, List<String> extensions) {
  public PlotReport {
    figures = List.copyOf(figures);
    absences = List.copyOf(absences);
    extensions = List.copyOf(extensions);
  }

  /**
   * A figure that was made.
   *
   * @param kind name of its kind
   * @param figure the figure
   */
  public record Made(String kind, Figure figure) {}

  /**
   * A kind that was not made.
   *
   * @param kind its name
   * @param reason why, a clause without a full stop
   */
  public record Absence(String kind, String reason) {}

  /** A line per figure: its name, and what can be seen in it. */
  public String toText() {
    TextTable table = new TextTable(2);
    figures.forEach(made -> table.line(List.of(made.figure().name(), made.figure().caption())));
    return table.toString();
  }

  /** All of it as JSON. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figures", figures.stream().map(this::entry).toList());
    List<Map<String, Object>> missing = new ArrayList<>();
    for (Absence absence : absences) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("kind", absence.kind());
      entry.put("reason", absence.reason());
      missing.add(entry);
    }
    json.put("absent", missing);
    return json;
  }

  private Map<String, Object> entry(Made made) {
    Figure figure = made.figure();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", made.kind());
    entry.put("name", figure.name());
    entry.put("title", figure.title());
    entry.put("caption", figure.caption());
    entry.put("alternativeText", figure.alternativeText());
    entry.put("files", extensions.stream().map(end -> figure.name() + "." + end).toList());
    return entry;
  }
}

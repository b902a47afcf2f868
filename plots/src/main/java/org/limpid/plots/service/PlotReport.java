package org.limpid.plots.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.text.TextTable;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.render.Format;
import org.limpid.results.table.PageTable;
import org.limpid.results.table.TableFormat;

/** What was plotted, in which formats, and why some kinds were not. */
public record PlotReport(
    List<Entry<Figure>> figures,
    List<Entry<PageTable>> tables,
    List<Absence> absences,
    List<Format> formats,
    List<TableFormat> tableFormats) {
  public PlotReport {
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
    absences = List.copyOf(absences);
    formats = List.copyOf(formats);
    tableFormats = List.copyOf(tableFormats);
  }

  public record Entry<T>(Exhibit kind, T content) {}

  /** A kind that was not made, and why, as a clause without a full stop. */
  public record Absence(Exhibit kind, String reason) {}

  List<String> extensions() {
    return formats.stream().map(Format::extension).toList();
  }

  List<String> tableExtensions() {
    return tableFormats.stream().map(TableFormat::extension).toList();
  }

  /** A sentence on each kind that was not made. */
  public List<String> notices() {
    return absences.stream()
        .map(absence -> "No %s: %s.".formatted(absence.kind().name(), absence.reason()))
        .toList();
  }

  /** A line per figure and table: its name, and what can be seen in it. */
  public String toText() {
    TextTable lines = new TextTable(2);
    tables.forEach(made -> lines.line(List.of(made.content().name(), made.content().heading())));
    figures.forEach(made -> lines.line(List.of(made.content().name(), made.content().caption())));
    return lines.toString();
  }

  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figures", figures.stream().map(this::figure).toList());
    json.put("tables", tables.stream().map(this::table).toList());
    List<Map<String, Object>> missing = new ArrayList<>();
    for (Absence absence : absences) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("kind", absence.kind().name());
      entry.put("reason", absence.reason());
      missing.add(entry);
    }
    json.put("absent", missing);
    return json;
  }

  private Map<String, Object> figure(Entry<Figure> made) {
    Figure figure = made.content();
    Map<String, Object> entry =
        entry(made.kind().name(), figure.name(), figure.title(), figure.caption());
    entry.put("alternativeText", figure.alternativeText());
    entry.put("files", files(figure.name(), extensions()));
    return entry;
  }

  private Map<String, Object> table(Entry<PageTable> made) {
    PageTable table = made.content();
    Map<String, Object> entry =
        entry(made.kind().name(), table.name(), table.title(), table.caption());
    entry.put("files", files(table.name(), tableExtensions()));
    return entry;
  }

  private static Map<String, Object> entry(String kind, String name, String title, String caption) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", kind);
    entry.put("name", name);
    entry.put("title", title);
    entry.put("caption", caption);
    return entry;
  }

  static List<String> files(String name, List<String> extensions) {
    return extensions.stream().map(end -> name + "." + end).toList();
  }
}

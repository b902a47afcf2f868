package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.limpid.data.io.CsvTexts;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.results.table.TableFormat;

/**
 * What to plot.
 *
 * @param names names of kinds of figures and tables; empty: all that the inputs allow
 * @param formats of the files of figures; empty: no figures
 * @param tableFormats of the files of tables; empty: no tables
 * @param choice what figures are to show
 * @param texts how names stand in CSV files
 * @param threads threads that draw; the files don't depend on it
 * @param commandLine the words of the command, for {@code figures.json}
 */
public record PlotRequest(
    List<String> names,
    InputFolders inputs,
    Path out,
    boolean overwrite,
    List<Format> formats,
    List<TableFormat> tableFormats,
    FigureOptions choice,
    RenderOptions rendering,
    CsvTexts texts,
    int threads,
    List<String> commandLine) {
  public PlotRequest {
    names = List.copyOf(names);
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(out, "out");
    formats = List.copyOf(formats);
    tableFormats = List.copyOf(tableFormats);
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(rendering, "rendering");
    Objects.requireNonNull(texts, "texts");
    commandLine = List.copyOf(commandLine);
  }
}

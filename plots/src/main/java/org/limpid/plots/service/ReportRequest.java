package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.limpid.data.io.CsvTexts;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import org.limpid.results.table.TableFormat;

/**
 * What to report on.
 *
 * @param texts how names stand in CSV files
 * @param threads threads that draw; the files don't depend on it
 * @param commandLine the words of the command, for the report
 */
public record ReportRequest(
    InputFolders inputs,
    Path out,
    boolean overwrite,
    CsvTexts texts,
    int threads,
    List<String> commandLine) {
  public ReportRequest {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(out, "out");
    commandLine = List.copyOf(commandLine);
  }

  public Path html() {
    return out.resolve(ReportService.HTML);
  }

  public Path pdf() {
    return out.resolve(ReportService.PDF);
  }

  /** All figures and tables in all formats, beside the report. */
  PlotRequest plots() {
    return new PlotRequest(
        List.of(),
        inputs,
        out.resolve(ReportService.FIGURES),
        overwrite,
        List.of(Format.values()),
        List.of(TableFormat.values()),
        FigureOptions.NONE,
        RenderOptions.of(Theme.PAPER),
        texts,
        threads,
        commandLine);
  }
}

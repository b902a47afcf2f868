package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.limpid.data.io.CsvTexts;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
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

  /** All figures and tables in all formats, beside the report; of a table those of models. */
  PlotRequest plots() {
    return new PlotRequest(
        inputs.isModelAndTable() ? ofModels() : List.of(),
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

  private static List<String> ofModels() {
    return Exhibits.all().stream()
        .filter(kind -> kind.about().needs().equals(Set.of(InputKind.MODELS)))
        .map(Exhibit::name)
        .toList();
  }
}

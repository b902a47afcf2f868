package org.limpid.app.plot;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;

/**
 * What to plot.
 *
 * @param figures names of kinds of figures; empty: all that the inputs allow
 * @param run results of a simulation
 * @param models trained models: the first are shown, all are compared
 * @param data data set
 * @param csv a table with the columns that a model needs
 * @param out folder for the files
 * @param overwrite whether older figures may be replaced
 * @param formats of the files, at least one
 * @param choice what figures are to show
 * @param rendering theme, sizes, resolution
 * @param threads threads that render; the files don't depend on it
 * @param commandLine the words of the command, for {@code figures.json}
 */
public record PlotRequest(
    List<String> figures,
    Optional<Path> run,
    List<Path> models,
    Optional<Path> data,
    Optional<Path> csv,
    Path out,
    boolean overwrite,
    List<Format> formats,
    FigureOptions choice,
    RenderOptions rendering,
    int threads,
    List<String> commandLine) {
  public PlotRequest {
    figures = List.copyOf(figures);
    Objects.requireNonNull(run, "run");
    models = List.copyOf(models);
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(csv, "csv");
    Objects.requireNonNull(out, "out");
    formats = List.copyOf(formats);
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(rendering, "rendering");
    commandLine = List.copyOf(commandLine);
  }
}

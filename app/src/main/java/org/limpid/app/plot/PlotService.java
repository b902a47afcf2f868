package org.limpid.app.plot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limpid.app.Reporter;
import org.limpid.app.Version;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.model.ModelFolder;
import org.limpid.plots.render.Format;
import org.limpid.plots.run.RunFolder;
import org.limpid.simulation.run.Parallel;
import tools.jackson.databind.json.JsonMapper;

/** Makes figures and writes their files. */
public final class PlotService {
  /** The file that says what is in the folder. */
  public static final String INDEX = "figures.json";

  private final PlotRequest request;
  private final Reporter reporter;
  private final Inputs inputs;
  private final List<PlotReport.Made> figures = new ArrayList<>();
  private final List<PlotReport.Absence> absences = new ArrayList<>();

  private PlotService(PlotRequest request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    List<ModelFolder> models = request.models().stream().map(ModelFolder::open).toList();
    inputs =
        new Inputs(
            request.run().map(RunFolder::open),
            models.stream().findFirst(),
            request.data().map(DatasetReader::open),
            models.stream().skip(1).toList(),
            request.csv());
  }

  /**
   * Carries out a request. Either all files are written in the end, or none.
   *
   * @throws DataException if an input can't be read, it has none of the figures, or the files can't
   *     be written
   */
  public static PlotReport run(PlotRequest request, Reporter reporter) {
    try (AtomicFolder folder = begin(request)) {
      PlotService service = new PlotService(request, reporter);
      PlotReport report = service.draw();
      service.render(folder.path());
      service.index(report, folder.path());
      folder.commit();
      return report;
    }
  }

  private static AtomicFolder begin(PlotRequest request) {
    return request.overwrite()
        ? AtomicFolder.createOrReplace(request.out(), INDEX)
        : AtomicFolder.create(request.out());
  }

  private PlotReport draw() {
    List<FigureSource> sources =
        FigureRegistry.all().stream()
            .filter(
                source -> request.figures().isEmpty() || request.figures().contains(source.name()))
            .toList();
    reporter.begin("Drawing", sources.size());
    for (FigureSource source : sources) {
      draw(source);
      reporter.advance(1);
    }
    reporter.end();
    if (figures.isEmpty()) {
      throw new DataException(nothing());
    }
    return new PlotReport(
        figures, absences, request.formats().stream().map(Format::extension).toList());
  }

  private void draw(FigureSource source) {
    Set<Need> missing = EnumSet.copyOf(source.needs());
    missing.removeAll(inputs.given());
    if (!missing.isEmpty()) {
      String options = missing.stream().map(Need::option).collect(Collectors.joining(" and "));
      absences.add(new PlotReport.Absence(source.name(), "needs " + options));
      return;
    }
    switch (source.figures(inputs, request.choice())) {
      case Outcome.Drawn drawn ->
          drawn
              .figures()
              .forEach(figure -> figures.add(new PlotReport.Made(source.name(), figure)));
      case Outcome.Absent absent ->
          absences.add(new PlotReport.Absence(source.name(), absent.reason()));
    }
  }

  private Problem nothing() {
    String reasons =
        absences.stream()
            .map(absence -> "%s: %s".formatted(absence.kind(), absence.reason()))
            .collect(Collectors.joining("; "));
    return Problem.ofFile(request.out(), "there is no figure to make (%s)".formatted(reasons), "");
  }

  private void render(Path folder) {
    List<Runnable> files = new ArrayList<>();
    for (PlotReport.Made made : figures) {
      for (Format format : request.formats()) {
        Path file = folder.resolve(made.figure().name() + "." + format.extension());
        files.add(() -> {
          byte[] bytes = format.render(made.figure(), request.rendering());
          AtomicFiles.write(file, out -> out.write(bytes));
          reporter.advance(1);
        });
      }
    }
    reporter.begin("Writing", files.size());
    Parallel.run(files, request.threads());
    reporter.end();
  }

  private void index(PlotReport report, Path folder) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("format", "limpid-figures/1");
    index.put("version", Version.current());
    index.put("command", request.commandLine());
    index.put("theme", request.rendering().theme().name());
    index.putAll(report.toJson());
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(index);
    AtomicFiles.write(folder.resolve(INDEX), out -> out.write(json));
  }
}

package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limpid.app.plot.PlotReport;
import org.limpid.app.plot.PlotRequest;
import org.limpid.app.plot.PlotService;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Need;
import org.limpid.plots.render.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code limpid plot}. */
@Command(
    name = "plot",
    customSynopsis = {
      "limpid plot FIGURE... --run=OUT --out=OUT [OPTIONS]",
      "       limpid plot list",
    },
    description = {
      "Make figures of runs and models as PDF, PNG and SVG.",
      "No display and no fonts are needed; the same input gives the same bytes."
    },
    footer = {
      "%nExamples:",
      "  limpid plot list",
      "  limpid plot all --run results --models models --data venus --out figures",
      "  limpid plot jct-cdf --run results --out slides --format png --theme slides --dpi 150"
    })
final class PlotCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FIGURE",
      completionCandidates = FigureNames.class,
      description = "Names that 'limpid plot list' shows; all for all that can be made.")
  private List<String> figures = new ArrayList<>();

  @Option(
      names = "--run",
      paramLabel = "RESULTS",
      description = "Results: a folder that 'limpid simulate' made.")
  private Optional<Path> run;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODELS",
      description =
          "Models: a folder that 'limpid train' made, or the file of a model. With more of them,"
              + " with commas between, drift compares their shapes.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set: a folder with dataset.json.")
  private Optional<Path> data;

  @Option(names = "--out", paramLabel = "OUT", description = "Folder for the files, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older figures in that folder.")
  private boolean overwrite;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      converter = FigureFormats.class,
      completionCandidates = FigureFormats.class,
      description =
          "Formats of the files, with commas between: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Format> formats = new ArrayList<>();

  @Mixin private RenderingOptions rendering;

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "POLICY",
      converter = PolicyNames.class,
      completionCandidates = PolicyNames.class,
      description = "Policies to show, with commas between them. Default: all of the run.")
  private List<String> policies = new ArrayList<>();

  @Option(names = "--vc", paramLabel = "NAME", description = "Virtual cluster, for figures of one.")
  private Optional<String> virtualCluster;

  @Mixin private ModelFigureOptions modelFigures;

  @Option(
      names = "--from",
      paramLabel = "T",
      description =
          "Start of the time to show, for figures over time: seconds since the data set's origin,"
              + " or 2020-09-05 or 2020-09-05T13:30.")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "T", description = "End of that time.")
  private Optional<String> to;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Threads to use; files don't depend on it. By default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print what was made as JSON.")
  private boolean json;

  PlotCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PlotReport report = PlotService.run(request(), session.reporter(json));
    if (json) {
      session.json(report.toJson());
    } else {
      report
          .absences()
          .forEach(
              absence -> session.notice("No %s: %s.".formatted(absence.kind(), absence.reason())));
      session.result(report.toText());
      session.notice("The figures are in %s.".formatted(out));
    }
    return ExitCode.SUCCESS;
  }

  private PlotRequest request() {
    require(!figures.isEmpty(), "expected names of figures, or all; 'limpid plot list' shows them");
    require(out != null, "expected --out, a folder for the files");
    require(
        run.isPresent() || !models.isEmpty() || data.isPresent(),
        "expected --run, --models or --data, what figures are made from");
    figures.forEach(this::requireKnown);
    boolean all = figures.contains(FigureNames.ALL);
    if (!all) {
      figures.forEach(this::requireInputs);
    }
    return new PlotRequest(
        all ? List.of() : List.copyOf(new LinkedHashSet<>(figures)),
        run,
        models,
        data,
        modelFigures.csv(),
        out,
        overwrite,
        formats.isEmpty() ? List.of(Format.values()) : formats.stream().distinct().toList(),
        new FigureOptions(policies, virtualCluster, from, to, modelFigures.choice()),
        rendering.value(),
        threads,
        session.commandLine());
  }

  /** Not by a converter: the parser takes a name that fails there for an unknown command. */
  private void requireKnown(String figure) {
    try {
      new FigureNames().convert(figure);
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), "FIGURE: " + e.getMessage());
    }
  }

  private void requireInputs(String figure) {
    FigureSource source = FigureRegistry.named(figure).orElseThrow();
    for (Need need : source.needs()) {
      boolean given =
          switch (need) {
            case RUN -> run.isPresent();
            case MODELS -> !models.isEmpty();
            case DATA -> data.isPresent();
          };
      require(given, "%s needs %s".formatted(figure, need.option()));
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}

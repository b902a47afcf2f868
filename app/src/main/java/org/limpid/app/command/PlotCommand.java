package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Reporter;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.service.PlotReport;
import org.limpid.plots.service.PlotRequest;
import org.limpid.plots.service.PlotService;
import org.limpid.plots.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "plot",
    customSynopsis = {
      "limpid plot FIGURE... --run=RESULTS --out=OUT [OPTIONS]",
      "       limpid plot list",
    },
    description = {
      "Make figures of runs and models as PDF, PNG and SVG, tables as CSV, Markdown, LaTeX, HTML.",
      "No display and no fonts are needed; the same input gives the same bytes."
    },
    footer = {
      "%nExamples:",
      "  limpid plot list",
      "  limpid plot all --run results --models models --data venus --out figures",
      "  limpid plot jct-cdf --run results --out slides --format png --theme slides --dpi 150"
    })
final class PlotCommand extends CommandInSession {
  @Parameters(
      arity = "0..*",
      paramLabel = "FIGURE",
      completionCandidates = Choices.FigureNames.class,
      description = "Names that 'limpid plot list' shows; all for all that can be made.")
  private List<String> figures = new ArrayList<>();

  @Mixin private InputOptions inputs;

  @Option(names = "--out", paramLabel = "OUT", description = "Folder for the files, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older figures in that folder.")
  private boolean overwrite;

  @Option(
      names = "--format",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FORMAT",
      converter = FigureFormats.class,
      completionCandidates = FigureFormats.class,
      description =
          "Formats of the files, with commas between: pdf, png and svg for figures, csv, md, tex"
              + " and html for tables. Default: all.")
  private List<String> formats = new ArrayList<>();

  @Mixin private RenderingOptions rendering;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      converter = Choices.Engines.class,
      completionCandidates = Choices.Engines.class,
      defaultValue = Choices.Engines.LIMPID,
      description = "What draws: limpid all figures, xchart some. Default: ${DEFAULT-VALUE}.")
  private String engine;

  @Option(
      names = "--show",
      description = "Show one figure in a window of XChart, with zoom, instead of writing files.")
  private boolean show;

  @Option(
      names = "--policy",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "POLICY",
      converter = PolicyNames.class,
      completionCandidates = PolicyNames.class,
      description =
          "Policies to show, with commas between them. Default: all of the run; of more than six"
              + " the best six where each has lines, bars or panels of its own.")
  private List<PolicyNames.Named> policies = new ArrayList<>();

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

  @Mixin private SharedOptions.SafeCsv csv;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print what was made as JSON.")
  private boolean json;

  @Override
  public void run() {
    if (show) {
      show();
      return;
    }
    PlotRequest request = request();
    Reporter reporter = session().reporter(json);
    PlotReport report =
        engine.equals(Choices.Engines.LIMPID)
            ? PlotService.run(request, reporter)
            : PlotService.run(Workbench.find().exhibits(), request, reporter);
    print(
        json,
        () -> Json.text(report.toJson()),
        report.notices(),
        report::toText,
        "The figures are in %s.".formatted(out));
  }

  private void show() {
    require(figures.size() == 1, "--show wants the name of one figure");
    figures.forEach(this::requireKnown);
    require(!figures.contains(Choices.FigureNames.ALL), "--show wants the name of one figure");
    requireInputs(figures.getFirst());
    Workbench.find().show(figures.getFirst(), inputs.value(modelFigures.csv()).open(), choice());
  }

  private PlotRequest request() {
    require(!figures.isEmpty(), "expected names of figures, or all; 'limpid plot list' shows them");
    require(out != null, "expected --out, a folder for the files");
    require(
        !inputs.isEmpty(),
        "expected --run, --models, --data or --table7, what figures and tables are made from");
    figures.forEach(this::requireKnown);
    boolean all = figures.contains(Choices.FigureNames.ALL);
    if (!all) {
      figures.forEach(this::requireInputs);
    }
    return new PlotRequest(
        all ? List.of() : List.copyOf(new LinkedHashSet<>(figures)),
        inputs.value(modelFigures.csv()),
        out,
        overwrite,
        FigureFormats.ofFigures(formats),
        FigureFormats.ofTables(formats),
        choice(),
        rendering.value(),
        csv.forOthers(),
        threads.value(),
        session().commandLine());
  }

  private FigureOptions choice() {
    return new FigureOptions(
        PolicyNames.all(policies), virtualCluster, from, to, modelFigures.choice());
  }

  /** Not by a converter: the parser takes a name that fails there for an unknown command. */
  private void requireKnown(String figure) {
    try {
      new Choices.FigureNames().convert(figure);
    } catch (TypeConversionException e) {
      throw wrong("FIGURE: " + e.getMessage(), e);
    }
  }

  /** What was asked for by name has to be possible. */
  private void requireInputs(String name) {
    About kind = Exhibits.named(name).orElseThrow().about();
    for (InputKind need : kind.needs()) {
      require(inputs.isGiven(need), "%s needs %s".formatted(name, need.option()));
    }
    switch (kind.type()) {
      case TABLE ->
          require(
              !FigureFormats.ofTables(formats).isEmpty(),
              "%s is a table: expected --format csv, md, tex or html".formatted(name));
      case FIGURE ->
          require(
              !FigureFormats.ofFigures(formats).isEmpty(),
              "%s is a figure: expected --format pdf, png or svg".formatted(name));
    }
  }
}

package org.limpid.workbench.chart;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.models.JudgedModel;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.results.RunFolder;

/** The kinds of figures that XChart draws, called as ours, and what each shows. */
public final class ChartExhibits {
  private static final String NOTHING = "these inputs have nothing of it";
  private static final Size SIZE = Size.page(100);
  private static final Map<String, BiFunction<PlotInputs, FigureOptions, List<NamedChart>>> DRAWN =
      new LinkedHashMap<>();

  static {
    run("jct-cdf", RunCharts::jctCdf);
    run("queue-by-vc", RunCharts::queueByVirtualCluster);
    run("gpus-in-use", RunCharts::gpusInUse);
    run("waiting", RunCharts::waiting);
    DRAWN.put("importance", (inputs, _) -> ebms(inputs, ChartExhibits::importances));
    DRAWN.put(
        "shape", (inputs, options) -> ebms(inputs, (name, model) -> shape(name, model, options)));
    DRAWN.put("shapes", (inputs, _) -> ebms(inputs, ChartExhibits::shapes));
    DRAWN.put("predicted-actual", (inputs, _) -> predictedActual(inputs));
  }

  private ChartExhibits() {}

  /** A chart that is made in a look, with the name of its file and its title. */
  record NamedChart(String name, String title, Function<ChartLook, Chart<?, ?>> chart) {}

  private static void run(String name, Function<RunCharts, Chart<?, ?>> chart) {
    DRAWN.put(
        name,
        (inputs, options) -> {
          RunFolder run = inputs.run();
          List<String> policies = options.policiesOf(run);
          return List.of(
              new NamedChart(
                  name, about(name), look -> chart.apply(new RunCharts(run, policies, look))));
        });
  }

  private static String about(String name) {
    return Exhibits.named(name).orElseThrow().about().description();
  }

  private static List<NamedChart> ebms(
      PlotInputs inputs, BiFunction<String, EbmModel, Stream<NamedChart>> charts) {
    return inputs.models().all().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof EbmModel)
        .flatMap(entry -> charts.apply(entry.getKey(), (EbmModel) entry.getValue()))
        .toList();
  }

  private static Stream<NamedChart> importances(String name, EbmModel model) {
    return Stream.of(
        new NamedChart(
            FileName.of("importance", name),
            "What matters for " + name,
            look -> new ModelCharts(look).importances(name, model)));
  }

  /** Of the term that is asked for, else of the most important one of a single feature. */
  private static Stream<NamedChart> shape(String name, EbmModel model, FigureOptions options) {
    return GlobalExplanation.of(model).byMeanAbsolute().stream()
        .map(TermImportance::term)
        .filter(term -> options.models().term().map(term::equals).orElse(true))
        .map(term -> TermExplanation.of(model, term))
        .filter(ChartExhibits::canDraw)
        .limit(1)
        .map(term -> shape("shape", name, term));
  }

  private static Stream<NamedChart> shapes(String name, EbmModel model) {
    return TermExplanation.allOf(model).stream()
        .filter(ChartExhibits::canDraw)
        .map(term -> shape("shapes", name + " " + term.term(), term));
  }

  private static NamedChart shape(String kind, String file, TermExplanation term) {
    return new NamedChart(
        FileName.of(kind, file),
        "Shape of " + term.term(),
        look -> new ShapeChart(term, look).chart());
  }

  /** XChart has no picture for pairs that has an axis of numbers on both sides. */
  private static boolean canDraw(TermExplanation term) {
    return term.axes().size() == 1;
  }

  private static List<NamedChart> predictedActual(PlotInputs inputs) {
    return Stream.of(JudgedModel.values())
        .flatMap(model ->
            inputs.models().heldOut(model).stream()
                .map(held ->
                    new NamedChart(
                        FileName.of("predicted-actual", model.modelName()),
                        "Predicted and actual: " + model.title(),
                        look -> new ModelCharts(look).predictedActual(model, held))))
        .toList();
  }

  /** All kinds of figures and tables; those that XChart does not draw say so. */
  public static List<Exhibit> all() {
    return Exhibits.all().stream().map(ChartExhibits::drawn).toList();
  }

  private static Exhibit drawn(Exhibit ours) {
    if (ours.about().type() == Exhibit.About.Type.TABLE) {
      return ours;
    }
    return Optional.ofNullable(DRAWN.get(ours.name()))
        .<Exhibit>map(charts -> new Drawn(ours.about(), charts))
        .orElseGet(() -> new NotDrawn(ours.about()));
  }

  /**
   * Shows a kind of figure in a window, until its user closes it.
   *
   * @throws DataException if there is no display, or XChart does not draw it
   */
  public static void show(String kind, PlotInputs inputs, FigureOptions options) {
    if (!DRAWN.containsKey(kind)) {
      throw nothing(kind, NotDrawn.reason());
    }
    ChartWindow.requireDisplay();
    List<NamedChart> charts = DRAWN.get(kind).apply(inputs, options);
    if (charts.isEmpty()) {
      throw nothing(kind, NOTHING);
    }
    ChartWindow.show(
        charts.stream().<Chart<?, ?>>map(each -> each.chart().apply(Charts.look())).toList());
  }

  private static DataException nothing(String kind, String reason) {
    return new DataException(Problem.of(kind, reason, ""));
  }

  private record Drawn(About about, BiFunction<PlotInputs, FigureOptions, List<NamedChart>> charts)
      implements Exhibit {
    @Override
    public Made make(PlotInputs inputs, FigureOptions options) {
      Set<String> taken = new HashSet<>();
      return Made.of(
          charts.apply(inputs, options).stream().map(chart -> figure(chart, taken)).toList(),
          NOTHING);
    }

    private static Figure figure(NamedChart chart, Set<String> taken) {
      return new Figure(
          FileName.unique(chart.name(), taken),
          chart.title(),
          chart.title() + ".",
          chart.title() + ", drawn by XChart.",
          SIZE,
          new ChartDrawing(chart.chart()));
    }
  }

  private record NotDrawn(About about) implements Exhibit {
    @Override
    public Made make(PlotInputs inputs, FigureOptions options) {
      return new Made.Nothing(reason());
    }

    static String reason() {
      return "the engine xchart draws " + String.join(", ", DRAWN.keySet()) + ", not this";
    }
  }
}

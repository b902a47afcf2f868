package org.limpid.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.files.DataException;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.model.Model;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.RecordingSurface;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;

/** Figures of models: that numbers reach the drawing, and that no model makes them fail. */
final class ModelFiguresTest {
  private static final RenderOptions PAPER =
      new RenderOptions(Theme.PAPER, OptionalDouble.empty(), OptionalDouble.empty(), 100);

  @TempDir private Path folder;

  private static Made outcome(String kind, PlotInputs inputs, ModelChoice choice) {
    FigureOptions options = SampleModels.options(choice);
    return Exhibits.named(kind).orElseThrow().make(inputs, options);
  }

  private static Figure only(String kind, PlotInputs inputs, ModelChoice choice) {
    Made.Figures drawn =
        Assertions.assertInstanceOf(Made.Figures.class, outcome(kind, inputs, choice), kind);
    assertEquals(1, drawn.figures().size(), kind);
    return drawn.figures().getFirst();
  }

  private static String svg(Figure figure) {
    return new String(Format.SVG.render(figure, PAPER), StandardCharsets.UTF_8);
  }

  private PlotInputs waits() throws IOException {
    PlotInputs inputs =
        SampleModels.inputs(SampleModels.file(folder, "waits", SampleModels.waits()));
    return SampleModels.withTable(inputs, folder);
  }

  /** hour: (2 * 0.5 + 3 * 1 + 4 * 2 + 3 * 1) / 12 = 1.25; day: 1; the pair: 3 * 0.1 / 12. */
  @Test
  void importancesAreMeanAbsoluteScores() throws IOException {
    Figure figure = only("importance", waits(), ModelChoice.NONE);

    assertTrue(
        figure.alternativeText().endsWith("hour 1.25, day 1, hour & day 0.025."),
        figure.alternativeText());
    assertTrue(svg(figure).contains(">Mean absolute score (wait)<"));
  }

  @Test
  void aShapeSaysWhereItAddsMostAndShowsMissingValues() throws IOException {
    Figure figure = only("shape", waits(), ModelChoice.NONE);

    assertTrue(figure.caption().contains("+2 wait (hour 6 to 18)"), figure.caption());
    assertTrue(figure.caption().contains("−1 (hour below 6)"), figure.caption());
    String svg = svg(figure);
    assertTrue(svg.contains(">missing<"), svg);
    assertFalse(svg.contains(">unseen<"), "no row was unseen, and its score is 0");
  }

  @Test
  void aTermIsChosenByName() throws IOException {
    ModelChoice day = new ModelChoice(Optional.of("day"), OptionalInt.empty(), false, false);
    String svg = svg(only("shape", waits(), day));

    assertTrue(svg.contains(">fri<") && svg.contains(">mon<"), svg);
    ModelChoice wrong = new ModelChoice(Optional.of("dya"), OptionalInt.empty(), false, false);
    PlotInputs inputs = waits();
    DataException failure =
        Assertions.assertThrows(DataException.class, () -> outcome("shape", inputs, wrong));
    assertTrue(failure.getMessage().contains("day"), failure.getMessage());
  }

  /** With shared scores the shape of day reaches to 2.25 + 5 % of 3.5 like that of hour. */
  @Test
  void shapesMayShareTheAxisOfScores() throws IOException {
    ModelChoice own = new ModelChoice(Optional.of("day"), OptionalInt.empty(), false, false);
    ModelChoice shared = new ModelChoice(Optional.of("day"), OptionalInt.empty(), true, false);

    assertFalse(svg(only("shape", waits(), own)).contains(">2<"));
    assertTrue(svg(only("shape", waits(), shared)).contains(">2<"));
  }

  /** Row 1: 10 + 2 (hour 12) + 1 (fri) + 0 = 13; bags 12.25 and 13.75, so deviation 0.75. */
  @Test
  void aWaterfallLeadsFromTheInterceptToThePrediction() throws IOException {
    ModelChoice first = new ModelChoice(Optional.empty(), OptionalInt.of(1), false, false);
    Figure figure = only("waterfall", waits(), first);

    assertEquals("The wait predicted for row 1: 13 ± 0.75 wait. Observed: 14.", figure.caption());
    String svg = svg(figure);
    for (String text : List.of("intercept", "hour = 12", "day = fri", "+2", "+1", "10", "13")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
  }

  @Test
  void theLargestPredictionIsExplainedUnlessARowIsChosen() throws IOException {
    assertTrue(only("waterfall", waits(), ModelChoice.NONE).caption().contains("row 1"));
    ModelChoice beyond = new ModelChoice(Optional.empty(), OptionalInt.of(4), false, false);
    PlotInputs inputs = waits();
    DataException failure =
        Assertions.assertThrows(DataException.class, () -> outcome("waterfall", inputs, beyond));
    assertTrue(failure.getMessage().contains("1 to 3"), failure.getMessage());
  }

  /** The scores of day halve, so that they differ by 0.5 in both categories. */
  @Test
  void anEditIsShownBesideWhatWasBefore() throws IOException {
    Model edited = EbmEditor.of(SampleModels.waits()).scale("day", 0.5).model();
    PlotInputs inputs =
        SampleModels.inputs(
            SampleModels.file(folder, "before", SampleModels.waits()),
            SampleModels.file(folder, "after", edited));
    Figure figure = only("drift", inputs, ModelChoice.NONE);

    assertTrue(
        figure.caption().startsWith("day changes most, on average by up to 0.5 wait; one term"),
        figure.caption());
    assertTrue(figure.caption().contains("Edits: "), figure.caption());
    String svg = svg(figure);
    assertTrue(svg.contains(">before<") && svg.contains(">after<"), svg);
    assertFalse(svg.contains(">hour<"), "hour does not differ");
  }

  @Test
  void aTreeShowsItsQuestionsAndRows() throws IOException {
    PlotInputs inputs =
        SampleModels.inputs(SampleModels.file(folder, "waits", SampleModels.tree()));
    String diagram = svg(only("tree", inputs, ModelChoice.NONE));
    String rules = svg(only("tree-rules", inputs, ModelChoice.NONE));

    for (String text : List.of("hour ≤ 6", "day in fri", "12 rows", "short: 100 %")) {
      assertTrue(diagram.contains(">" + text + "<"), text);
    }
    assertTrue(rules.contains(">hour ≤ 6 or missing<"), rules);
  }

  /** Predicted 13, 8 and 11.5; actual 14, 8 and 11: mean absolute error 0.5. */
  @Test
  void errorsAreThoseOfTheRows() throws IOException {
    for (String kind : List.of("predicted-actual", "residuals")) {
      Figure figure = only(kind, waits(), ModelChoice.NONE);
      assertTrue(figure.caption().contains("MAE 0.5,"), figure.caption());
    }
    Figure calibration = only("calibration", waits(), ModelChoice.NONE);
    assertTrue(
        calibration.caption().contains("the mean is 13 predicted and 14 actual"),
        calibration.caption());
  }

  /**
   * The tree says short, long, long (a missing hour), long. Of the probability 1 that a row is
   * long, given three times, 2/3 come true: an error of 1/3 in three quarters of the rows.
   */
  @Test
  void classesAreCountedByWhatWasObserved() throws IOException {
    Path csv = folder.resolve("classes.csv");
    Files.writeString(csv, "hour,day,wait\n12,mon,short\n3,mon,long\n,fri,short\n12,fri,long\n");
    PlotInputs models =
        SampleModels.inputs(SampleModels.file(folder, "waits", SampleModels.tree()));
    PlotInputs inputs =
        new PlotInputs(
            models.runFolder(),
            models.modelFolder(),
            models.dataset(),
            models.otherModels(),
            Optional.of(csv),
            models.comparisonFolder());

    assertEquals(
        "75 % of 4 rows of the CSV file get their wait. long for all would be right in 50 %."
            + " Colours: shares of the rows of each observed class.",
        only("confusion", inputs, ModelChoice.NONE).caption());
    Figure reliability = only("reliability", inputs, ModelChoice.NONE);
    assertTrue(reliability.caption().endsWith("off by 25 % on average."), reliability.caption());
  }

  static Stream<Model> models() {
    return Stream.of(
        SampleModels.waits(),
        SampleModels.classes(),
        SampleModels.constant(),
        SampleModels.empty(),
        SampleModels.tree(),
        SampleModels.leaf());
  }

  private List<Figure> allFigures(Model model) throws IOException {
    PlotInputs models =
        SampleModels.inputs(
            SampleModels.file(folder, "one", model), SampleModels.file(folder, "two", model));
    boolean known = model.features().stream().allMatch(feature -> !feature.name().equals("same"));
    PlotInputs inputs = known ? SampleModels.withTable(models, folder) : models;
    List<Figure> figures = new ArrayList<>();
    for (Exhibit kind : Exhibits.all()) {
      if (inputs.given().containsAll(kind.about().needs())
          && kind.about().needs().contains(InputKind.MODELS)) {
        switch (kind.make(inputs, FigureOptions.NONE)) {
          case Made.Figures drawn -> figures.addAll(drawn.figures());
          case Made.Tables _ -> assertEquals(About.Type.TABLE, kind.about().type(), kind.name());
          case Made.Nothing absent -> assertFalse(absent.reason().isBlank(), kind.name());
        }
      }
    }
    return figures;
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelHasFiguresOrReasons(Model model) throws IOException {
    for (Figure figure : allFigures(model)) {
      String words = figure.title() + " " + figure.caption() + " " + figure.alternativeText();
      assertFalse(words.contains("NaN") || words.contains("null"), words);
      for (Theme theme : Theme.all()) {
        assertTextsAreApart(figure, theme);
      }
    }
  }

  private static void assertTextsAreApart(Figure figure, Theme theme) {
    Size size = RenderOptions.of(theme).size(figure);
    Rectangle2D page = new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints());
    RecordingSurface surface = new RecordingSurface();
    figure.paint(new Canvas(surface), page, theme);
    List<RecordingSurface.Text> texts = surface.texts();
    for (int i = 0; i < texts.size(); i++) {
      String place = figure.name() + " in " + theme.name() + ": " + texts.get(i);
      assertFalse(texts.get(i).words().contains("NaN"), place);
      assertTrue(page.contains(texts.get(i).box()), place);
      for (int j = 0; j < i; j++) {
        assertFalse(texts.get(i).box().intersects(texts.get(j).box()), place + " " + texts.get(j));
      }
    }
  }
}

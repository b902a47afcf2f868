package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.observation.Observations;

/** Why each model predicts what it predicts for one row: the running total of what terms add. */
public final class Waterfall implements Exhibit {
  private static final int MOST_TERMS = 10;

  @Override
  public About about() {
    return About.figure(
        "waterfall", "what each term adds to one prediction, with --data or --csv", Chapter.MODELS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    if (inputs.dataset().isEmpty() && inputs.table().isEmpty()) {
      return new Made.Nothing("needs rows to predict for, with --data or --csv");
    }
    List<Figure> figures = new ArrayList<>();
    int most = 0;
    for (Map.Entry<String, EbmModel> entry : Shapes.models(inputs.models()).entrySet()) {
      if (entry.getValue().terms().isEmpty() || SurvivalModel.of(entry.getValue()).isPresent()) {
        continue;
      }
      Optional<Observations> found = Observations.of(inputs, entry.getKey(), entry.getValue());
      int count = found.map(rows -> rows.table().rowCount()).orElse(0);
      most = Math.max(most, count);
      if (count > 0 && options.models().row().orElse(1) <= count) {
        figures.add(figure(entry.getKey(), entry.getValue(), found.orElseThrow(), inputs, options));
      }
    }
    if (figures.isEmpty() && most > 0) {
      throw noSuchRow(options.models().row().orElseThrow(), most);
    }
    return Made.of(figures, "there are no rows that an explainable boosting machine knows");
  }

  /** A row that no model has: those of a folder predict rows of different things. */
  private static DataException noSuchRow(int row, int most) {
    return new DataException(
        new Problem(
            "--row",
            0,
            "",
            Integer.toString(row),
            "there is no such row",
            "Maybe one of 1 to %d was meant.".formatted(most)));
  }

  private Figure figure(
      String name, EbmModel model, Observations rows, PlotInputs inputs, FigureOptions options) {
    RowReader reader = new RowReader(model, rows.table());
    int chosen = chosen(model, reader, rows, options);
    Row row = model.newRow();
    reader.read(chosen, row);
    PredictionExplanation explanation = PredictionExplanation.of(model, row);
    WaterfallDrawing drawing = WaterfallDrawing.of(model, explanation, row, MOST_TERMS);
    String what = ModelWords.title(name, model);
    String which = rows.rowNames().apply(chosen);
    String actual =
        rows.actual().map(texts -> " Observed: %s.".formatted(texts.apply(chosen))).orElse("");
    String caption =
        "The %s predicted for %s: %s.%s"
            .formatted(what, which, drawing.result() + asDuration(drawing, name, inputs), actual);
    return new Figure(
        FileName.of(name(), name),
        "Why: %s, %s".formatted(what, which),
        caption,
        "Waterfall from the intercept to the prediction. " + drawing.list(),
        drawing.size(),
        drawing.chart());
  }

  /** The estimate that a prediction of durations stands for. */
  private static String asDuration(WaterfallDrawing drawing, String name, PlotInputs inputs) {
    return inputs
        .models()
        .durations()
        .filter(model -> name.equals("duration") && model.scale().isCalibrated())
        .map(model -> ", which stands for " + Words.roughly(model.seconds(drawing.total().value())))
        .orElse("");
  }

  private static int chosen(
      EbmModel model, RowReader reader, Observations rows, FigureOptions options) {
    return options.models().row().isPresent()
        ? options.models().row().getAsInt() - 1
        : largest(model, reader, rows.table().rowCount());
  }

  /** The first row with the largest prediction. */
  private static int largest(EbmModel model, RowReader reader, int count) {
    Row row = model.newRow();
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    double[] outputs = new double[model.task().outputCount()];
    for (int i = 0; i < count; i++) {
      reader.read(i, row);
      model.predict(row, outputs);
      if (outputs[outputs.length - 1] > most) {
        most = outputs[outputs.length - 1];
        best = i;
      }
    }
    return best;
  }
}

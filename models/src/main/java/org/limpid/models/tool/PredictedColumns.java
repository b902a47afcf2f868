package org.limpid.models.tool;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.io.CsvOutput;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.AdditiveModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.text.NumberText;

/** Columns of a file of predictions that belong together. Not safe for several threads. */
sealed interface PredictedColumns {
  /** Half have ended. */
  double MEDIAN = 0.5;

  /** What they are called in the file. */
  List<String> names();

  /**
   * Writes their fields of one row.
   *
   * @param number position of the row in the input, from 0
   * @param row what the model sees of it
   */
  void write(int number, Row row, CsvOutput csv);

  private static void write(double[] values, CsvOutput csv) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        csv.field(value);
      } else {
        csv.field(Double.toString(value));
      }
    }
  }

  /**
   * Columns of the input as they are written there.
   *
   * @param columns the columns
   */
  record Kept(List<Column> columns) implements PredictedColumns {
    @Override
    public List<String> names() {
      return columns.stream().map(Column::name).toList();
    }

    @Override
    public void write(int number, Row row, CsvOutput csv) {
      columns.forEach(column -> csv.field(column.text(number)));
    }
  }

  /**
   * The number, or the most probable class and the probability of each.
   *
   * @param outputs room for the outputs of a row
   */
  record Predicted(Model model, double[] outputs) implements PredictedColumns {
    Predicted(Model model) {
      this(model, new double[model.task().outputCount()]);
    }

    @Override
    public List<String> names() {
      return switch (model.task()) {
        case Task.Regression _ -> List.of("prediction");
        case Task.Classification task ->
            Stream.concat(Stream.of("prediction"), task.classes().stream().map("p_"::concat))
                .toList();
      };
    }

    @Override
    public void write(int number, Row row, CsvOutput csv) {
      model.predict(row, outputs);
      if (model.task() instanceof Task.Classification task) {
        csv.field(task.classes().get(Predictions.mostProbable(outputs)));
      }
      PredictedColumns.write(outputs, csv);
    }
  }

  /**
   * How long it lasts: the median, other quantiles, and the probability to last beyond some times.
   * What lies beyond the longest duration of the training is empty.
   *
   * @param quantiles shares that have ended
   */
  record Survival(SurvivalModel model, List<Double> quantiles, List<Double> times)
      implements PredictedColumns {
    @Override
    public List<String> names() {
      Stream<String> others =
          Stream.concat(
              quantiles.stream().map(share -> "quantile_" + NumberText.exact(share)),
              times.stream().map(time -> "survival_" + NumberText.exact(time)));
      return Stream.concat(Stream.of("median"), others).toList();
    }

    @Override
    public void write(int number, Row row, CsvOutput csv) {
      double[] curve = model.curve(row);
      write(model.quantile(MEDIAN, curve), csv);
      quantiles.forEach(share -> write(model.quantile(share, curve), csv));
      times.forEach(time -> write(model.beyond(time, curve), csv));
    }

    private static void write(double value, CsvOutput csv) {
      if (Double.isNaN(value)) {
        csv.emptyField();
      } else {
        csv.field(value);
      }
    }
  }

  /**
   * The standard deviation of each output over the bags.
   *
   * @param outputs room for the outputs of a row
   * @param deviations room for their deviations
   */
  record Deviations(EbmModel model, double[] outputs, double[] deviations)
      implements PredictedColumns {
    Deviations(EbmModel model) {
      this(model, new double[model.task().outputCount()], new double[model.task().outputCount()]);
    }

    @Override
    public List<String> names() {
      return switch (model.task()) {
        case Task.Regression _ -> List.of("deviation");
        case Task.Classification task -> task.classes().stream().map("deviation_"::concat).toList();
      };
    }

    @Override
    public void write(int number, Row row, CsvOutput csv) {
      model.predict(row, outputs, deviations);
      PredictedColumns.write(deviations, csv);
    }
  }

  /**
   * The sum before the link, and what it is made of: {@code score = intercept + contribution_... +
   * contribution_...}, bit for bit if added from left to right. With three and more classes there
   * is one of each per class, with its name behind.
   *
   * @param intercept the intercept of the model
   * @param added room for what its parts add
   * @param sums room for the sums
   */
  record Contributions(AdditiveModel model, double[] intercept, double[] added, double[] sums)
      implements PredictedColumns {
    Contributions(AdditiveModel model) {
      this(
          model,
          model.intercept(),
          new double[model.partNames().size() * model.scoreCount()],
          new double[model.scoreCount()]);
    }

    @Override
    public List<String> names() {
      Stream<String> parts = model.partNames().stream().map("contribution_"::concat);
      return Stream.concat(Stream.of("score", "intercept"), parts).flatMap(this::ofScores).toList();
    }

    private Stream<String> ofScores(String name) {
      return model.scoreCount() == 1
          ? Stream.of(name)
          : model.scoreNames().stream().map(score -> name + "_" + score);
    }

    @Override
    public void write(int number, Row row, CsvOutput csv) {
      model.contributions(row, added);
      Arrays.setAll(sums, this::sum);
      PredictedColumns.write(sums, csv);
      PredictedColumns.write(intercept, csv);
      PredictedColumns.write(added, csv);
    }

    private double sum(int score) {
      return IntStream.range(0, added.length / sums.length)
          .mapToDouble(part -> added[part * sums.length + score])
          .boxed()
          .reduce(intercept[score], Double::sum);
    }
  }
}

package org.limpid.models.tool;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.AdditiveModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * Predicts for the rows of a CSV file: a row per input row. Columns that are kept come first.
 * {@code prediction} is the number or the most probable class; {@code p_<class>} is the probability
 * of a class; {@code deviation}, or {@code deviation_<class>}, the standard deviation over the
 * bags; {@code score}, {@code intercept} and {@code contribution_<term>} are what a prediction is
 * made of.
 */
public final class ModelPrediction {
  private static final int ROWS_PER_STEP = 1000;

  private final Model model;
  private final RowReader reader;
  private final int rowCount;
  private final List<PredictedColumns> columns;
  private final CsvTexts texts;
  private final Reporter reporter;

  private ModelPrediction(
      Model model, Table table, List<PredictedColumns> columns, CsvTexts texts, Reporter reporter) {
    this.model = model;
    this.columns = columns;
    this.texts = texts;
    this.reporter = reporter;
    reader = new RowReader(model, table);
    rowCount = table.rowCount();
  }

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @return how many rows were predicted for
   * @throws org.limpid.files.DataException if a file cannot be read or written, they do not fit
   *     each other, or the model does not know deviations or contributions that are asked for
   */
  public static int run(Request request, Reporter reporter, Consumer<String> notices) {
    request.out().check(request.csv(), request.model());
    Model model = ModelReader.read(request.model());
    Table table = input(model, ModelCsv.read(model, request.csv(), "", Set.of(), notices));
    List<PredictedColumns> columns = columns(model, request);
    checkNames(columns, request);
    request
        .out()
        .write(new ModelPrediction(model, table, columns, request.texts(), reporter)::write);
    reporter.end();
    ModelCsv.unseen(model, table).forEach(notices);
    return table.rowCount();
  }

  private static List<PredictedColumns> columns(Model model, Request request) {
    List<PredictedColumns> columns = new ArrayList<>();
    if (!request.kept().isEmpty()) {
      columns.add(kept(request));
    }
    Optional<SurvivalModel> survival = SurvivalModel.of(model);
    if (survival.isPresent()) {
      columns.add(survival(survival.get(), request));
      return columns;
    }
    if (!request.quantiles().isEmpty() || !request.times().isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "expected a survival model for --quantiles and --at",
              "Maybe train one with --objective survival."));
    }
    columns.add(new PredictedColumns.Predicted(model));
    if (request.uncertainty()) {
      columns.add(new PredictedColumns.Deviations(withBags(model, request)));
    }
    if (request.contributions()) {
      columns.add(new PredictedColumns.Contributions(additive(model, request)));
    }
    return columns;
  }

  /** How long it has lasted is no input of a survival model, which goes through all periods. */
  private static Table input(Model model, Table table) {
    return SurvivalModel.of(model)
        .map(survival ->
            table.with(NumericColumn.of(survival.duration(), new double[table.rowCount()])))
        .orElse(table);
  }

  private static PredictedColumns survival(SurvivalModel model, Request request) {
    if (request.uncertainty() || request.contributions()) {
      throw SurvivalTraining.unfit(request.model(), "--uncertainty and --contributions");
    }
    return new PredictedColumns.Survival(model, request.quantiles(), request.times());
  }

  /** The model may have read these columns as numbers or dates; here they stay texts. */
  private static PredictedColumns kept(Request request) {
    Table texts = CsvTable.read(request.csv(), request.kept()::contains);
    Problems problems = new Problems();
    request.kept().stream()
        .filter(name -> texts.find(name).isEmpty())
        .forEach(name -> problems.add(TrainingData.noColumn(texts, name)));
    problems.throwIfAny();
    return new PredictedColumns.Kept(request.kept().stream().map(texts::column).toList());
  }

  private static EbmModel withBags(Model model, Request request) {
    if (model instanceof EbmModel ebm && ebm.knowsBags()) {
      return ebm;
    }
    throw new DataException(
        Problem.ofFile(
            request.model(),
            "expected a model of several bags for --uncertainty",
            "Maybe it was edited, imported, or is of another kind than ebm."));
  }

  private static AdditiveModel additive(Model model, Request request) {
    if (model instanceof AdditiveModel sum) {
      return sum;
    }
    throw new DataException(
        Problem.ofFile(
            request.model(),
            "expected a model that adds up terms for --contributions",
            "Maybe train one with --model ebm or --model linear."));
  }

  private static void checkNames(List<PredictedColumns> columns, Request request) {
    Set<String> seen = new HashSet<>();
    Problems problems = new Problems();
    columns.stream()
        .flatMap(group -> group.names().stream())
        .filter(name -> !seen.add(name))
        .forEach(name ->
            problems.add(
                Problem.ofColumn(
                    request.out().path().toString(),
                    name,
                    "expected different names of columns, found two columns of this name",
                    "Maybe rename the one in %s.".formatted(request.csv()))));
    problems.throwIfAny();
  }

  private void write(OutputStream out) {
    reporter.begin("Predicting", rowCount);
    try (CsvOutput csv = new CsvOutput(out, texts)) {
      csv.row(columns.stream().flatMap(each -> each.names().stream()).toArray(String[]::new));
      Row row = model.newRow();
      for (int i = 0; i < rowCount; i++) {
        reader.read(i, row);
        for (PredictedColumns each : columns) {
          each.write(i, row, csv);
        }
        csv.endRow();
        if ((i + 1) % ROWS_PER_STEP == 0) {
          reporter.advance(ROWS_PER_STEP);
        }
      }
    }
    reporter.advance(rowCount % ROWS_PER_STEP);
  }

  /**
   * What to predict.
   *
   * @param model file of the model
   * @param csv rows to predict for
   * @param kept columns of the rows that stand before the predictions, each once
   * @param uncertainty whether deviations over the bags are wanted
   * @param contributions whether it is wanted what each term adds
   * @param quantiles of a survival model, from 0 to 1: when these shares have ended
   * @param times of a survival model, 0 or more: the probability to last beyond these
   * @param texts how names of classes and kept texts stand in the predictions
   * @param out where the predictions go
   */
  public record Request(
      Path model,
      Path csv,
      List<String> kept,
      boolean uncertainty,
      boolean contributions,
      List<Double> quantiles,
      List<Double> times,
      CsvTexts texts,
      OutputFile out) {
    public Request {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(csv, "csv");
      kept = List.copyOf(new LinkedHashSet<>(kept));
      quantiles = List.copyOf(quantiles);
      times = List.copyOf(times);
      Objects.requireNonNull(texts, "texts");
      Objects.requireNonNull(out, "out");
    }
  }
}

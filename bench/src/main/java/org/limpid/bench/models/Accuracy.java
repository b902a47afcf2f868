package org.limpid.bench.models;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.synthetic.ShapeError;
import org.limpid.interpret.synthetic.SyntheticSet;
import org.limpid.interpret.synthetic.TruePair;
import org.limpid.interpret.synthetic.TrueShape;

/** Figures of one model, by name and in a fixed order. */
final class Accuracy {
  static final String MAE = "mae";
  static final String RMSE = "rmse";
  static final String R2 = "r2";
  static final String AUC = "auc";
  static final String LOG_LOSS = "log_loss";
  static final String LARGEST_SHAPE_ERROR = "largest_shape_error";
  static final String TRUE_PAIRS_FOUND = "true_pairs_found";
  static final String FIT_CPU_SECONDS = "fit_cpu_s";
  static final String PROCESS_CPU_SECONDS = "process_cpu_s";
  static final String FIT_WALL_SECONDS = "fit_wall_s";

  private Accuracy() {}

  /** All that can be said of a model on rows that it did not see. */
  static Map<String, Double> of(EbmModel model, CaseSplit split) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Predictions predictions = model.predict(split.test().inputs());
    switch (split.test().target()) {
      case Target.Numbers numbers -> regression(numbers.values(), predictions.values(), figures);
      case Target.Classes classes -> classification(classes.codes(), predictions, figures);
    }
    split.truth().ifPresent(truth -> truth(model, truth, figures));
    return figures;
  }

  /** Names of the pairs of a model, as its terms call them. */
  static String pairs(EbmModel model) {
    return model.terms().stream()
        .filter(term -> term.order() == 2)
        .map(model::name)
        .collect(Collectors.joining("; "));
  }

  private static void regression(double[] truth, double[] predicted, Map<String, Double> figures) {
    double mean = 0;
    for (double each : truth) {
      mean += each / truth.length;
    }
    double absolute = 0;
    double squares = 0;
    double total = 0;
    for (int row = 0; row < truth.length; row++) {
      double error = predicted[row] - truth[row];
      absolute += Math.abs(error);
      squares += error * error;
      total += (truth[row] - mean) * (truth[row] - mean);
    }
    figures.put(MAE, absolute / truth.length);
    figures.put(RMSE, Math.sqrt(squares / truth.length));
    figures.put(R2, 1 - squares / total);
  }

  private static void classification(
      int[] codes, Predictions predictions, Map<String, Double> figures) {
    double[][] ofClass =
        IntStream.rangeClosed(0, Arrays.stream(codes).max().orElse(0))
            .mapToObj(predictions::probabilities)
            .toArray(double[][]::new);
    double loss = 0;
    for (int row = 0; row < codes.length; row++) {
      loss -= Math.log(ofClass[codes[row]][row]);
    }
    if (ofClass.length == 2) {
      figures.put(AUC, RankSum.areaUnderCurve(codes, ofClass[1]));
    }
    figures.put(LOG_LOSS, loss / codes.length);
  }

  private static void truth(EbmModel model, SyntheticSet truth, Map<String, Double> figures) {
    double largest = 0;
    for (TrueShape shape : truth.shapes()) {
      ShapeError error = shapeError(model, shape);
      largest = Math.max(largest, error.largest());
      figures.put("largest_error_" + shape.feature(), error.largest());
      figures.put("rms_error_" + shape.feature(), error.rootMeanSquare());
    }
    figures.put(LARGEST_SHAPE_ERROR, largest);
    double found = 0;
    for (TruePair pair : truth.pairs()) {
      if (model.term(pair.name()).isPresent()) {
        found++;
        ShapeError error = pairError(model, pair);
        figures.put("largest_error_%s_%s".formatted(pair.first(), pair.second()), error.largest());
        figures.put(
            "rms_error_%s_%s".formatted(pair.first(), pair.second()), error.rootMeanSquare());
      }
    }
    figures.put(TRUE_PAIRS_FOUND, found);
  }

  private static ShapeError shapeError(EbmModel model, TrueShape shape) {
    Term term = model.term(shape.feature()).orElseThrow();
    Bins bins = model.bins(term).getFirst();
    return shape.errorOf(value -> term.score(bins.binOf(value)));
  }

  /** Of the pair as it was boosted, not purified. */
  private static ShapeError pairError(EbmModel model, TruePair pair) {
    Term term = model.term(pair.name()).orElseThrow();
    Bins first = model.bins(term).get(0);
    Bins second = model.bins(term).get(1);
    return pair.errorOf((a, b) -> term.score(first.binOf(a) * second.count() + second.binOf(b)));
  }
}

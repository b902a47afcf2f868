package org.limpid.bench.models;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.synthetic.ShapeError;
import org.limpid.interpret.synthetic.SyntheticSet;
import org.limpid.interpret.synthetic.TruePair;
import org.limpid.interpret.synthetic.TrueShape;

/** Figures of one model, by name and in a fixed order. */
final class Accuracy {
  static final String LARGEST_SHAPE_ERROR = "largest_shape_error";
  static final String TRUE_PAIRS_FOUND = "true_pairs_found";
  static final String FIT_CPU_SECONDS = "fit_cpu_s";
  static final String PROCESS_CPU_SECONDS = "process_cpu_s";
  static final String FIT_WALL_SECONDS = "fit_wall_s";

  private static final Set<Metric> METRICS =
      EnumSet.of(Metric.MAE, Metric.RMSE, Metric.R2, Metric.AUC, Metric.LOG_LOSS);

  private Accuracy() {}

  /** All that can be said of a model on rows that it did not see. */
  static Map<String, Double> of(EbmModel model, CaseSplit split) {
    Map<String, Double> figures = new LinkedHashMap<>();
    Evaluation.of(model, split.test())
        .values()
        .forEach((metric, value) -> {
          if (METRICS.contains(metric)) {
            figures.put(metric.metricName(), value);
          }
        });
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

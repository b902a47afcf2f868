package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * Trains explainable boosting machines. The same data and parameters give the same model bit for
 * bit, whatever the number of threads; the scores of a term do not depend on the order of columns.
 *
 * <p>Method: Lou, Caruana, Gehrke and Hooker, "Accurate intelligible models with pairwise
 * interactions", KDD 2013; rounds of random cuts and greedy rounds as in interpret 0.7.
 */
public final class EbmTrainer implements Trainer<EbmModel> {
  /** Name and version in the provenance of models. */
  public static final String VERSION = "Limpid EBM 1";

  /** Centring leaves so much of a constant at most, relative to the intercepts. */
  private static final double ROUNDING = 1e-12;

  private final EbmParameters parameters;
  private final int threads;

  /** A trainer that uses all processors. */
  public EbmTrainer(EbmParameters parameters) {
    this(parameters, Runtime.getRuntime().availableProcessors());
  }

  /**
   * A trainer that boosts at most so many bags at the same time; the model does not depend on it.
   */
  public EbmTrainer(EbmParameters parameters, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected a thread or more: " + threads);
    }
    this.parameters = parameters;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "EBM";
  }

  public EbmParameters parameters() {
    return parameters;
  }

  @Override
  public EbmModel train(TrainingSet data, TrainingMonitor monitor) {
    EbmModel model = train(data, null, monitor);
    tellIfConstant(model, monitor);
    return model;
  }

  /**
   * Trains a model of what is left beyond scores that the rows have already, rows x scores, the
   * offset included: added to them, its scores predict the target.
   */
  public EbmModel trainOnRest(TrainingSet data, double[] scores, TrainingMonitor monitor) {
    EbmModel model = train(data, Objects.requireNonNull(scores, "scores"), monitor);
    if (isConstant(model)) {
      monitor.notice("There was nothing more to learn: no term has changed.");
    }
    return model;
  }

  private EbmModel train(TrainingSet data, double[] scores, TrainingMonitor monitor) {
    EbmChecks.check(data, parameters);
    EbmParameters fitting = fitting(data.rowCount(), monitor);
    try (BagThreads bags = new BagThreads(threads)) {
      return new EbmTraining(data, scores, fitting, bags, monitor).run();
    }
  }

  /** More bags than rows could only be copies of each other. */
  private EbmParameters fitting(int rowCount, TrainingMonitor monitor) {
    int wanted = parameters.whole(EbmParameter.OUTER_BAGS);
    if (wanted <= rowCount) {
      return parameters;
    }
    monitor.notice(
        "There are %,d rows only, so the model averages %,d bags, not outer_bags=%d."
            .formatted(rowCount, rowCount, wanted));
    return parameters.with(EbmParameter.OUTER_BAGS, rowCount);
  }

  private static boolean isConstant(EbmModel model) {
    double rounding = ROUNDING * largest(Arrays.stream(model.bagIntercepts()));
    return largest(model.terms().stream().map(Term::scores)) <= rounding;
  }

  private void tellIfConstant(EbmModel model, TrainingMonitor monitor) {
    if (isConstant(model)) {
      monitor.notice(
          "No term has learnt anything: the model predicts the same for every row. Maybe the"
              + " features say nothing of %s, or the rows are too few (min_samples_leaf=%s)."
                  .formatted(
                      model.provenance().target(), parameters.text(EbmParameter.MIN_SAMPLES_LEAF)));
    }
  }

  private static double largest(Stream<double[]> arrays) {
    return arrays.flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }
}

package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.reference.mirage.ChainWait;
import org.limpid.simulation.run.InputProblem;

/**
 * Learns a quantile of the wait of a successor, in hours, and calibrates it: windows are divided
 * into {@link HeldOutSpans}, each is predicted by a model of the others, and the residuals of all
 * say what the model of all windows is shifted by. What lies so near to a span that it has jobs in
 * common with it is left out. Immutable; the model does not depend on the threads.
 *
 * @param origin the time of second 0
 * @param threads most bags at the same time
 */
record WaitTrainer(LocalDateTime origin, int threads) {
  /** What models predict. */
  static final String TARGET = "wait_h";

  /**
   * A moment of a window.
   *
   * @param window number of the window
   */
  record Sample(int window, ChainWait waited) {}

  /**
   * A calibrated model.
   *
   * @param samples of all windows
   * @param windows how many there are, at least {@link HeldOutSpans#FEWEST_WINDOWS}
   * @throws InputProblem if all waits are equal, of all windows or of those far from some span
   */
  EbmModel train(List<Sample> samples, int windows, double quantile) {
    double[] residuals =
        IntStream.range(0, HeldOutSpans.COUNT)
            .boxed()
            .flatMapToDouble(fold -> residuals(samples, windows, fold, quantile))
            .toArray();
    return ConformalShift.shifted(fit(samples, quantile), ConformalShift.of(residuals, quantile));
  }

  /** Targets less predictions of a span by a model of what lies far enough from it. */
  private DoubleStream residuals(List<Sample> samples, int windows, int fold, double quantile) {
    HeldOutSpans spans = new HeldOutSpans(windows);
    List<Sample> others = spans.far(samples, Sample::window, fold);
    GlassBox model = new GlassBox(fit(others, quantile), origin);
    return spans.within(samples, Sample::window, fold).stream()
        .map(Sample::waited)
        .mapToDouble(wait -> hours(wait) - model.waitHours(wait.moment()));
  }

  private EbmModel fit(List<Sample> samples, double quantile) {
    List<ChainMoment> moments = samples.stream().map(sample -> sample.waited().moment()).toList();
    double[] waits = samples.stream().mapToDouble(sample -> hours(sample.waited())).toArray();
    if (DoubleStream.of(waits).distinct().count() < 2) {
      throw new InputProblem(
          "In the windows to learn from, all waits are %s: expected some that differ. Maybe learn from more windows, or from later ones."
              .formatted(Words.roughly(3600 * waits[0])));
    }
    return new EbmTrainer(parameters(quantile), threads)
        .train(
            TrainingSet.of(ChainFeature.table(moments, origin), new Target.Numbers(TARGET, waits)));
  }

  private static double hours(ChainWait wait) {
    return wait.waitSeconds() / 3600.0;
  }

  private static EbmParameters parameters(double quantile) {
    return EbmParameters.regression()
        .with(EbmParameter.OBJECTIVE, "quantile:alpha=" + quantile)
        .with(EbmParameter.INTERACTIONS, 0)
        .with(EbmParameter.OUTER_BAGS, 8)
        .with(EbmParameter.MAX_BINS, 32)
        .with(EbmParameter.MIN_SAMPLES_LEAF, 30)
        .with(EbmParameter.SMOOTHING_ROUNDS, 0)
        .with(EbmParameter.MAX_ROUNDS, 2000)
        .with(EbmParameter.MONOTONE_CONSTRAINTS, ChainFeature.directions());
  }
}

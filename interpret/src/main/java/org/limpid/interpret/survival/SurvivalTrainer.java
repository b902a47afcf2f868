package org.limpid.interpret.survival;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;

/**
 * Learns how long something lasts from durations of which some were still going on when they were
 * last seen (censored): an explainable boosting machine of the hazard, the probability to end
 * within a period for what has lasted until then. It learns from a row per duration and period.
 *
 * <p>Source: Singer and Willett, "It's about time: using discrete-time survival analysis to study
 * duration and the timing of events", Journal of Educational Statistics 18, 1993.
 */
public final class SurvivalTrainer {
  /** Periods unless somebody says otherwise: each has a twentieth of the ends. */
  public static final int PERIODS = 20;

  private final EbmTrainer trainer;
  private final int mostPeriods;

  /** A trainer of hazards, which are two classes, in at most so many periods. */
  public SurvivalTrainer(EbmTrainer trainer, int mostPeriods) {
    if (mostPeriods < 1) {
      throw new IllegalArgumentException("expected a period or more: " + mostPeriods);
    }
    this.trainer = trainer;
    this.mostPeriods = mostPeriods;
  }

  /**
   * Trains a model.
   *
   * @param data features and, as the target, durations
   * @param ended for every duration whether its end was seen; else it lasted longer
   * @param event what tells that, the name of a column
   * @throws DataException if durations are negative, no end was seen, there is an offset, or
   *     nothing can be learnt
   */
  public SurvivalModel train(
      TrainingSet data, boolean[] ended, String event, TrainingMonitor monitor) {
    if (!(data.target() instanceof Target.Numbers durations) || ended.length != data.rowCount()) {
      throw new IllegalArgumentException("expected durations, and for each whether it ended");
    }
    check(data, durations, ended);
    double[] seen =
        IntStream.range(0, ended.length)
            .filter(row -> ended[row])
            .mapToDouble(row -> durations.values()[row])
            .toArray();
    Periods periods = Periods.ofEqualEnds(seen, mostPeriods);
    EbmModel model = trainer.train(PeriodRows.of(data, ended, event, periods), monitor);
    return new SurvivalModel(
        model.with(
            model.terms(),
            model.intercept(),
            model.bagIntercepts(),
            provenance(model.provenance(), data, periods)),
        durations.name(),
        periods);
  }

  private static void check(TrainingSet data, Target.Numbers durations, boolean[] ended) {
    Problems problems = new Problems();
    String source = data.inputs().source();
    NumericColumn column = NumericColumn.of(durations.name(), durations.values());
    boolean anyEnd = false;
    for (int row = 0; row < ended.length; row++) {
      double duration = durations.values()[row];
      anyEnd |= ended[row] && duration > 0;
      if (duration < 0) {
        problems.add(
            data.inputs()
                .problem(row, column, "expected a duration of 0 or more", "Maybe swap its ends."));
      }
    }
    if (!anyEnd) {
      problems.add(
          Problem.ofColumn(
              source,
              durations.name(),
              "expected a duration above 0 that has ended, found none",
              "Maybe the column of ends was misread, or all are still going on."));
    }
    data.offset()
        .ifPresent(name ->
            problems.add(
                Problem.ofColumn(
                    source, name, "expected no offset with survival", "Maybe leave it out.")));
    problems.throwIfAny();
  }

  private static Provenance provenance(Provenance of, TrainingSet data, Periods periods) {
    Map<String, String> parameters = new LinkedHashMap<>(of.parameters());
    parameters.putAll(SurvivalModel.parameters(data.target().name(), periods));
    return new Provenance(
        of.trainer(),
        of.dataHash(),
        data.rowCount(),
        of.target(),
        parameters,
        of.seed(),
        List.of(),
        of.reading(),
        of.rows());
  }
}

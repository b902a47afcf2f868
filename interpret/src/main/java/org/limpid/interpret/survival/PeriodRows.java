package org.limpid.interpret.survival;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;

/**
 * A row for every period that a duration was seen in: the features, how long it had lasted when the
 * period began, and whether it ended within. A period that was not seen to its end counts by the
 * share of it that was seen.
 */
final class PeriodRows {
  private final IntStream.Builder subjects = IntStream.builder();
  private final DoubleStream.Builder starts = DoubleStream.builder();
  private final IntStream.Builder ends = IntStream.builder();
  private final DoubleStream.Builder weights = DoubleStream.builder();

  private PeriodRows() {}

  /**
   * The rows as a training set.
   *
   * @param data features and durations, which are 0 or more
   * @param ended for every duration whether its end was seen; else it lasted longer
   * @param event what the classes are called as a column
   */
  static TrainingSet of(TrainingSet data, boolean[] ended, String event, Periods periods) {
    double[] durations = ((Target.Numbers) data.target()).values();
    double[] own = data.weightsOrOnes();
    PeriodRows rows = new PeriodRows();
    for (int subject = 0; subject < durations.length; subject++) {
      rows.add(subject, durations[subject], ended[subject], own[subject], periods);
    }
    return rows.set(data, event);
  }

  private void add(int subject, double duration, boolean ended, double weight, Periods periods) {
    int last = Math.min(periods.of(duration), periods.count() - 1);
    for (int period = 0; period <= last; period++) {
      boolean endsHere = ended && period == periods.of(duration);
      double seen = endsHere ? 1 : periods.share(period, duration);
      if (seen > 0) {
        subjects.add(subject);
        starts.add(periods.start(period));
        ends.add(endsHere ? 1 : 0);
        weights.add(weight * seen);
      }
    }
  }

  private TrainingSet set(TrainingSet data, String event) {
    int[] rows = subjects.build().toArray();
    TrainingSet features = data.rows(rows);
    NumericColumn elapsed = NumericColumn.of(data.target().name(), starts.build().toArray());
    TrainingSet set =
        TrainingSet.of(
                features.inputs().with(elapsed),
                new Target.Classes(event, ends.build().toArray(), PeriodClasses.NAMES))
            .withNominal(data.nominal());
    for (String name : data.inputs().names()) {
      if (data.ordinal(name).isPresent()) {
        set = set.withOrdinal(name, data.ordinal(name).orElseThrow());
      }
    }
    double[] counts = weights.build().toArray();
    return Arrays.stream(counts).allMatch(weight -> weight == 1) ? set : set.withWeights(counts);
  }
}

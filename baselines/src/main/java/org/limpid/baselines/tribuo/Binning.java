package org.limpid.baselines.tribuo;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Scorer;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * Rounds the values of columns down to the first value of their bin. Bins are cut where values
 * differ and hold about as many training rows each; columns with few values stay as they are.
 * Immutable.
 */
final class Binning {
  /** Columns x first values of the bins, ascending; without any where values stay as they are. */
  private final double[][] starts;

  private Binning(double[][] starts) {
    this.starts = starts;
  }

  /** The parameter that says how many bins there are, called {@code max_bins}. */
  static Parameter parameter() {
    return Parameter.whole(
        "max_bins", 0, 65_535, 0, "Most bins that a column is rounded to; 0: not rounded");
  }

  /** Fits on rounded columns and predicts from rounded values, if the parameters ask for it. */
  static Scorer fit(Design design, ParameterValues parameters, Function<Design, Scorer> fitting) {
    int maxBins = parameters.whole(parameter().name());
    if (maxBins == 0) {
      return fitting.apply(design);
    }
    Binning binning = of(design, maxBins);
    Design rounded =
        new Design(
            design.inputs(), binning.apply(design.rows()), design.target(), design.weights());
    return new RoundingScorer(binning, fitting.apply(rounded));
  }

  private record RoundingScorer(Binning binning, Scorer scorer) implements Scorer {
    @Override
    public double[][] score(double[][] rows) {
      return scorer.score(binning.apply(rows));
    }

    @Override
    public long byteCount() {
      return scorer.byteCount();
    }
  }

  /** Learns the bins of all columns, at most so many each. */
  static Binning of(Design design, int maxBins) {
    double[][] starts = new double[design.inputs().width()][];
    for (int i = 0; i < starts.length; i++) {
      int column = i;
      starts[i] = starts(Arrays.stream(design.rows()).mapToDouble(row -> row[column]), maxBins);
    }
    return new Binning(starts);
  }

  private static double[] starts(DoubleStream column, int maxBins) {
    double[] sorted = column.filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().limit(maxBins + 1L).toArray();
    return distinct.length <= maxBins
        ? new double[0]
        : IntStream.range(0, maxBins)
            .mapToDouble(bin -> sorted[(int) ((long) bin * sorted.length / maxBins)])
            .distinct()
            .toArray();
  }

  /** The rows with rounded values. */
  double[][] apply(double[][] rows) {
    return Arrays.stream(rows).map(this::apply).toArray(double[][]::new);
  }

  private double[] apply(double[] row) {
    double[] rounded = row.clone();
    for (int i = 0; i < row.length; i++) {
      if (starts[i].length > 0 && !Double.isNaN(row[i])) {
        rounded[i] = starts[i][binOf(row[i], starts[i])];
      }
    }
    return rounded;
  }

  /** Values below the first bin belong to it. */
  private static int binOf(double value, double[] starts) {
    int found = Arrays.binarySearch(starts, value);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}

package org.limpid.baselines.method;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * Puts the number of its bin in place of each value, as LightGBM does. Bins are cut where values
 * differ and hold about as many training rows each; a column with few values has a bin for each.
 * Categories and missing values stay as they are. Immutable.
 */
public final class Binning {
  /** Of the first bin: all numbers of bins are shorts. */
  private static final int FIRST = Short.MIN_VALUE;

  /** Columns x first values of the bins, ascending; without any where values stay as they are. */
  private final double[][] starts;

  private Binning(double[][] starts) {
    this.starts = starts;
  }

  /** The parameter that says how many bins there are, called {@code max_bins}. */
  public static Parameter parameter() {
    return Parameter.whole(
        "max_bins", 0, 65_535, 0, "Most bins that the values of a column fall in; 0: no bins");
  }

  /** Fits on bins and predicts from bins, if the parameters ask for it. */
  public static Scorer fit(
      Design design, ParameterValues parameters, Function<Design, Scorer> fitting) {
    int maxBins = parameters.whole(parameter().name());
    if (maxBins == 0) {
      return fitting.apply(design);
    }
    Binning binning = of(design, maxBins);
    Design binned =
        new Design(
            design.inputs(), binning.apply(design.rows()), design.target(), design.weights());
    return new BinningScorer(binning, fitting.apply(binned));
  }

  private record BinningScorer(Binning binning, Scorer scorer) implements Scorer {
    @Override
    public double[][] score(double[][] rows) {
      return scorer.score(binning.apply(rows));
    }

    @Override
    public long byteCount() {
      return scorer.byteCount();
    }
  }

  /** Learns the bins of all columns of numbers, at most so many each. */
  static Binning of(Design design, int maxBins) {
    EncodedInputs inputs = design.inputs();
    double[][] starts = new double[inputs.width()][];
    for (int i = 0; i < starts.length; i++) {
      int column = i;
      starts[i] =
          inputs.isCode(i)
              ? new double[0]
              : starts(Arrays.stream(design.rows()).mapToDouble(row -> row[column]), maxBins);
    }
    return new Binning(starts);
  }

  private static double[] starts(DoubleStream column, int maxBins) {
    double[] sorted = column.filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] distinct = Arrays.stream(sorted).distinct().limit(maxBins + 1L).toArray();
    return distinct.length <= maxBins
        ? distinct
        : IntStream.range(0, maxBins)
            .mapToDouble(bin -> sorted[(int) ((long) bin * sorted.length / maxBins)])
            .distinct()
            .toArray();
  }

  double[][] apply(double[][] rows) {
    return Arrays.stream(rows).map(this::apply).toArray(double[][]::new);
  }

  private double[] apply(double[] row) {
    double[] binned = row.clone();
    for (int i = 0; i < row.length; i++) {
      if (starts[i].length > 0 && !Double.isNaN(row[i])) {
        binned[i] = FIRST + binOf(row[i], starts[i]);
      }
    }
    return binned;
  }

  /** Values below the first bin belong to it. */
  private static int binOf(double value, double[] starts) {
    int found = Arrays.binarySearch(starts, value);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}

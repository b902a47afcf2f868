package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.interpret.binning.BinningMethod;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CoarseBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.binning.DistinctValues;
import org.limpid.interpret.ebm.boost.BinMatrix;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.RowOrder;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.TrainingSet;

/**
 * A training set whose features are cut into bins.
 *
 * <p>The columns of the matrix stand in the alphabetical order of their names, whatever their order
 * in the table: what boosting learns then does not depend on the latter.
 */
final class BinnedData {
  private final List<EbmFeature> features = new ArrayList<>();
  private final List<int[]> coarseOfFine = new ArrayList<>();
  private final int[] columnOfFeature;
  private final int[] featureOfColumn;
  private final BinMatrix matrix;
  private final Optional<EbmFeature> offset;

  BinnedData(TrainingSet data, EbmParameters parameters) {
    List<Feature> found = FeatureFinder.features(data);
    RowReader reader = new RowReader(found, data.inputs());
    int count = found.size();
    featureOfColumn =
        RowOrder.sorted(IntStream.range(0, count), Comparator.comparing(i -> found.get(i).name()));
    columnOfFeature = new int[count];
    matrix = new BinMatrix(data.rowCount(), count);
    for (int column = 0; column < count; column++) {
      columnOfFeature[featureOfColumn[column]] = column;
    }
    double[] weights = data.weights().orElse(null);
    for (int i = 0; i < count; i++) {
      add(found.get(i), i, reader, weights, parameters);
    }
    offset = data.offset().map(name -> offset(name, data.offsets().orElseThrow(), weights));
  }

  /** A feature without cuts, as no term looks at it. */
  private static EbmFeature offset(String name, double[] values, double[] weights) {
    FeatureSummary summary =
        DensityHistogram.summary(
            DistinctValues.takingOver(values.clone()), row -> values[row], weights, values.length);
    return new EbmFeature(new Feature.Numeric(name), List.of(new CutBins()), summary);
  }

  private void add(
      Feature feature, int position, RowReader reader, double[] weights, EbmParameters parameters) {
    BinningMethod finder =
        BinningMethod.valueOf(
            parameters.text(EbmParameter.BINNING).toUpperCase(java.util.Locale.ROOT));
    int rowCount = matrix.rowCount();
    FeatureSummary summary;
    Bins bins;
    if (feature instanceof Feature.Categorical categorical) {
      bins = new CategoryBins(Math.max(1, categorical.categories().size()));
      summary = FeatureSummary.categorical(categorical.categories().size());
    } else {
      double[] values = new double[rowCount];
      Arrays.setAll(values, row -> reader.encoded(row, position));
      DistinctValues distinct = DistinctValues.takingOver(values);
      bins = new CutBins(finder.cuts(distinct, parameters.whole(EbmParameter.MAX_BINS) - 3));
      summary =
          DensityHistogram.summary(
              distinct, row -> reader.encoded(row, position), weights, rowCount);
    }
    int column = columnOfFeature[position];
    matrix.setColumn(column, bins.count(), row -> bins.binOf(reader.encoded(row, position)));
    CoarseBins coarse =
        CoarseBins.of(
            bins,
            counts(column, bins.count()),
            parameters.whole(EbmParameter.MAX_INTERACTION_BINS),
            finder == BinningMethod.UNIFORM);
    List<Bins> resolutions =
        coarse.bins().equals(bins) ? List.of(bins) : List.of(bins, coarse.bins());
    features.add(new EbmFeature(feature, resolutions, summary));
    coarseOfFine.add(coarse.ofFine());
  }

  private int[] counts(int column, int binCount) {
    int[] counts = new int[binCount];
    for (int row = 0; row < matrix.rowCount(); row++) {
      counts[matrix.bin(column, row)]++;
    }
    return counts;
  }

  BinMatrix matrix() {
    return matrix;
  }

  /** The features in the order of the table, then the offset, if there is one. */
  List<EbmFeature> features() {
    return Stream.concat(features.stream(), offset.stream()).toList();
  }

  /** The column that is added to the score. */
  Optional<String> offset() {
    return offset.map(EbmFeature::name);
  }

  int featureOf(int column) {
    return featureOfColumn[column];
  }

  /** The feature whose bins a column of the matrix holds. */
  EbmFeature binnedFeature(int column) {
    return features.get(featureOfColumn[column]);
  }

  /** For each bin of a column the bin of pairs that holds it. */
  int[] coarseOfFine(int column) {
    return coarseOfFine.get(featureOfColumn[column]);
  }

  private static final class DensityHistogram {
    private static final int MOST_BARS = 1000;

    private DensityHistogram() {}

    /**
     * Summary of a numeric feature; a missing value is {@code NaN}. The number of bars follows
     * Doane, "Aesthetic frequency classifications", The American Statistician 30 (1976): {@code 1 +
     * log2(n) + log2(1 + |g| / s)} with the skewness {@code g} and its standard error {@code s}.
     */
    static FeatureSummary summary(
        DistinctValues distinct, IntToDoubleFunction value, double[] weights, int rowCount) {
      double minimum = distinct.value(0);
      double maximum = distinct.value(distinct.size() - 1);
      int bars = minimum == maximum ? 1 : bars(distinct);
      double[] edges = new double[bars + 1];
      for (int i = 0; i <= bars; i++) {
        double share = (double) i / bars;
        edges[i] = minimum * (1 - share) + maximum * share;
      }
      edges[bars] = maximum;
      double[] density = new double[bars];
      for (int row = 0; row < rowCount; row++) {
        double found = value.applyAsDouble(row);
        if (!Double.isNaN(found)) {
          double place = (found / 2 - minimum / 2) / (maximum / 2 - minimum / 2) * bars;
          int bar = minimum == maximum ? 0 : Math.clamp((long) place, 0, bars - 1);
          density[bar] += weights == null ? 1 : weights[row];
        }
      }
      return new FeatureSummary(minimum, maximum, distinct.size(), edges, density);
    }

    private static int bars(DistinctValues distinct) {
      long count = 0;
      double mean = 0;
      for (int i = 0; i < distinct.size(); i++) {
        count += distinct.count(i);
        mean += (distinct.value(i) - mean) * distinct.count(i) / count;
      }
      double second = 0;
      double third = 0;
      for (int i = 0; i < distinct.size(); i++) {
        double difference = distinct.value(i) - mean;
        second += distinct.count(i) * difference * difference;
        third += distinct.count(i) * difference * difference * difference;
      }
      double skewness = third / count / Math.pow(second / count, 1.5);
      double error = Math.sqrt(6.0 * (count - 2) / ((count + 1.0) * (count + 3.0)));
      double bars = 1 + log2(count) + (count > 2 ? log2(1 + Math.abs(skewness) / error) : 0);
      return Double.isFinite(bars) ? (int) Math.min(MOST_BARS, Math.ceil(bars)) : 1;
    }

    private static double log2(double value) {
      return Math.log(value) / Math.log(2);
    }
  }
}

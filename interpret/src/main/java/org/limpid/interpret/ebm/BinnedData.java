package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CoarseBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.binning.CutFinder;
import org.limpid.interpret.binning.DistinctValues;
import org.limpid.interpret.ebm.boost.BinMatrix;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
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

  BinnedData(TrainingSet data, EbmParameters parameters) {
    List<Feature> found = FeatureFinder.features(data);
    RowReader reader = new RowReader(found, data.inputs());
    int count = found.size();
    featureOfColumn =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(i -> found.get(i).name()))
            .mapToInt(Integer::intValue)
            .toArray();
    columnOfFeature = new int[count];
    matrix = new BinMatrix(data.rowCount(), count);
    for (int column = 0; column < count; column++) {
      columnOfFeature[featureOfColumn[column]] = column;
    }
    double[] weights = data.weights().orElse(null);
    for (int i = 0; i < count; i++) {
      add(found.get(i), i, reader, weights, parameters);
    }
  }

  private void add(
      Feature feature, int position, RowReader reader, double[] weights, EbmParameters parameters) {
    CutFinder finder =
        CutFinder.valueOf(parameters.text(EbmParameter.BINNING).toUpperCase(java.util.Locale.ROOT));
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
      summary = Density.summary(distinct, row -> reader.encoded(row, position), weights, rowCount);
    }
    int column = columnOfFeature[position];
    matrix.setColumn(column, bins.count(), row -> bins.binOf(reader.encoded(row, position)));
    CoarseBins coarse =
        CoarseBins.of(
            bins,
            counts(column, bins.count()),
            parameters.whole(EbmParameter.MAX_INTERACTION_BINS),
            finder == CutFinder.UNIFORM);
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

  /** The features in the order of the table. */
  List<EbmFeature> features() {
    return features;
  }

  /** Column of the matrix that holds a feature. */
  int columnOf(int feature) {
    return columnOfFeature[feature];
  }

  /** Feature whose bins a column of the matrix holds. */
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
}

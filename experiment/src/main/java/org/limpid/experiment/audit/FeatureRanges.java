package org.limpid.experiment.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.estimator.FeatureText;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.results.table.Numbers;

/**
 * The rows of a trace by the value of one feature, in a few ranges.
 *
 * @param feature its name
 * @param groupOfRow number of the range of each row
 * @param names of the ranges
 */
record FeatureRanges(String feature, int[] groupOfRow, List<String> names) {
  /** Ranges of a number; each has about as many jobs as the others. */
  private static final int MOST_RANGES = 8;

  /** Categories with a range of their own. */
  private static final int MOST_CATEGORIES = 200;

  private static final String MISSING = "not known";
  private static final String OTHERS = "all others";

  /** Ranges of a number. */
  static FeatureRanges of(NumericColumn column) {
    double[] known =
        Arrays.stream(column.toArray()).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] uppers = uppers(known);
    int[] groups = new int[column.size()];
    double[] least = new double[uppers.length];
    double[] most = new double[uppers.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int row = 0; row < groups.length; row++) {
      double value = column.value(row);
      groups[row] = Double.isNaN(value) ? uppers.length : group(uppers, value);
      if (!Double.isNaN(value)) {
        least[groups[row]] = Math.min(least[groups[row]], value);
        most[groups[row]] = Math.max(most[groups[row]], value);
      }
    }
    DoubleFunction<String> words =
        words(column.name(), DoubleStream.concat(Arrays.stream(least), Arrays.stream(most)));
    List<String> names = new ArrayList<>();
    for (int group = 0; group < uppers.length; group++) {
      names.add(name(words.apply(least[group]), words.apply(most[group])));
    }
    names.add(MISSING);
    return new FeatureRanges(column.name(), groups, names);
  }

  private static double[] uppers(double[] sorted) {
    if (sorted.length == 0) {
      return new double[0];
    }
    int ranges = Math.min(MOST_RANGES, sorted.length);
    return IntStream.rangeClosed(1, ranges)
        .mapToDouble(part -> sorted[(int) ((long) sorted.length * part / ranges) - 1])
        .distinct()
        .toArray();
  }

  private static int group(double[] uppers, double value) {
    int place = Arrays.binarySearch(uppers, value);
    return place >= 0 ? place : -place - 1;
  }

  /** How values are written: those of the history as times and counts, no logarithms. */
  private static DoubleFunction<String> words(String feature, DoubleStream ends) {
    ValueLabels labels = ValueLabels.of(feature, ends.toArray());
    return FeatureText.of(feature).orElse(value -> Numbers.of(value, labels));
  }

  private static String name(String least, String most) {
    return least.equals(most) ? least : least + " to " + most;
  }

  /** Categories, the most frequent with a range of their own. */
  static FeatureRanges of(String feature, int size, IntFunction<String> category) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row = 0; row < size; row++) {
      counts.merge(category.apply(row), 1, Integer::sum);
    }
    List<String> names = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CATEGORIES)
        .forEach(entry -> names.add(entry.getKey()));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    names.add(OTHERS);
    int[] groups = new int[size];
    Arrays.setAll(groups, row -> numbers.getOrDefault(category.apply(row), numbers.size()));
    return new FeatureRanges(feature, groups, names);
  }
}

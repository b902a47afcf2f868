package org.limpid.predictor.feature;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.ThroughputSeries;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * A named list of features of a slot. No feature of slot t looks at a slot after t - {@link
 * #newestLag()}, so slots a little beyond the end of a series have features, too.
 *
 * @param name how the set is called on the command line and in models
 * @param newestLag slots from the newest one that is used to the one that is predicted
 * @param features in the order of the columns
 */
public record LoadFeatures(String name, int newestLag, List<LoadFeature> features) {
  /** The 25 features of the reference, whose newest value is 50 minutes old. */
  public static final LoadFeatures REFERENCE =
      new LoadFeatures("reference", 5, ReferenceFeatures.all());

  /** Levels, habits of the hour, and what was unusual lately; the newest value is an hour old. */
  public static final LoadFeatures EXTENDED =
      new LoadFeatures("extended", 6, ExtendedFeatures.all());

  /** All sets. */
  public static final List<LoadFeatures> ALL = List.of(REFERENCE, EXTENDED);

  /**
   * One number about a slot that is known before it begins.
   *
   * @param name name of the column
   * @param words what it is, in a few words for figures
   * @param formula what it is, x[t] being the count of slot t, as the documentation has it
   * @param rule its value
   */
  record LoadFeature(String name, String words, String formula, Rule rule) {}

  /** Computes the value of a slot; NaN where the history is too short. */
  interface Rule {
    double value(LoadHistory history, int slot);
  }

  public LoadFeatures {
    Objects.requireNonNull(name, "name");
    features = List.copyOf(features);
  }

  /**
   * The set of a name.
   *
   * @throws DataException if there is none
   */
  public static LoadFeatures named(String name) {
    return ALL.stream()
        .filter(set -> set.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new DataException(unknown(name)));
  }

  private static Problem unknown(String name) {
    List<String> names = ALL.stream().map(LoadFeatures::name).toList();
    return new Problem(
        "features", 0, "", name, "there is no such set", ClosestName.hint(name, names));
  }

  /** What a column of any set is, in a few words for figures; empty if it is in none. */
  public static Optional<String> words(String column) {
    return ALL.stream()
        .flatMap(set -> set.features.stream())
        .filter(feature -> feature.name().equals(column))
        .map(LoadFeature::words)
        .findFirst();
  }

  /** Names of the features, in the order of the columns. */
  public List<String> featureNames() {
    return features.stream().map(LoadFeature::name).toList();
  }

  /** The first slot that has no features yet: a few after the last one of the series. */
  public int endSlot(ThroughputSeries series) {
    return series.size() == 0 ? 0 : series.size() + newestLag;
  }

  /**
   * The features of the slots {@code from <= t < to}, one row each.
   *
   * @throws IllegalArgumentException if {@code from} is negative, {@code to} lies beyond {@link
   *     #endSlot}, or slots are not ten minutes long
   */
  public Table table(ThroughputSeries series, int from, int to) {
    if (from < 0 || to < from || to > endSlot(series)) {
      throw new IllegalArgumentException(
          "expected slots of 0 .. %d, found %d .. %d".formatted(endSlot(series), from, to));
    }
    LoadHistory history = new LoadHistory(series);
    NumericColumn[] columns =
        features.stream()
            .map(feature ->
                NumericColumn.generate(
                    feature.name(), to - from, row -> feature.rule().value(history, from + row)))
            .toArray(NumericColumn[]::new);
    return Table.of(columns);
  }
}

package org.limpid.interpret.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.TextColumn;

/** Derives the features of a model from the columns of its training set. */
public final class FeatureFinder {
  private FeatureFinder() {}

  /**
   * One feature per column but the offset, in their order: numeric for a column of numbers unless
   * it was said to be nominal, ordinal where an order was given, nominal with the texts that occur
   * for all others. Categories are ordered by size where all of them are numbers, else
   * alphabetically.
   */
  public static List<Feature> features(TrainingSet data) {
    return data.learned().stream().map(column -> feature(column, data)).toList();
  }

  private static Feature feature(Column column, TrainingSet data) {
    Optional<List<String>> order = data.ordinal(column.name());
    if (order.isPresent()) {
      return new Feature.Ordinal(column.name(), order.get());
    }
    return data.isNominal(column.name())
        ? new Feature.Nominal(column.name(), categories(column))
        : new Feature.Numeric(column.name());
  }

  /** The texts that rows of a column have, without gaps. */
  public static List<String> categories(Column column) {
    List<String> texts = column instanceof TextColumn known ? used(known) : texts(column);
    boolean numbers = texts.stream().allMatch(NumbersFirst::isNumber);
    Comparator<String> order = numbers ? NumbersFirst.ORDER : Comparator.naturalOrder();
    return texts.stream().sorted(order).toList();
  }

  private static List<String> used(TextColumn column) {
    boolean[] used = new boolean[column.levels().size()];
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        used[column.code(row)] = true;
      }
    }
    return IntStream.range(0, used.length)
        .filter(code -> used[code])
        .mapToObj(column.levels()::get)
        .toList();
  }

  private static List<String> texts(Column column) {
    return List.copyOf(
        IntStream.range(0, column.size())
            .filter(row -> !column.isMissing(row))
            .mapToObj(column::text)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}

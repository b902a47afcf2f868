package org.limpid.interpret.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.model.Feature;

/** A CASE expression in which branches that give the same are one. */
final class SqlCase {
  private static final String IS_NULL = " IS NULL";

  private final List<String> branches = new ArrayList<>();
  private final String otherwise;

  private SqlCase(String otherwise) {
    this.otherwise = otherwise;
  }

  /**
   * What a number gives: bin 0 where it is missing, then the bins between the cuts.
   *
   * @param value the expression of each bin
   */
  static String ofNumber(String feature, CutBins bins, IntFunction<String> value) {
    String column = SqlText.name(feature);
    int last = bins.regularCount();
    SqlCase text = new SqlCase(value.apply(last));
    text.unlessSame(column + IS_NULL, value.apply(0));
    String given = last == 1 ? "" : value.apply(1);
    for (int bin = 1; bin < last; bin++) {
      String next = value.apply(bin + 1);
      if (!given.equals(next)) {
        text.when(column + " < " + SqlText.number(bins.cut(bin - 1)), given);
      }
      given = next;
    }
    return text.toString();
  }

  /**
   * What a category gives: bin 0 where it is missing, then the categories, then any other text.
   *
   * @param value the expression of each bin
   */
  static String ofCategory(Feature.Categorical feature, IntFunction<String> value) {
    String column = SqlText.name(feature.name());
    List<String> categories = feature.categories();
    SqlCase text = new SqlCase(value.apply(categories.size() + 1));
    text.unlessSame(column + IS_NULL, value.apply(0));
    Map<String, List<String>> byValue = new LinkedHashMap<>();
    for (int code = 0; code < categories.size(); code++) {
      byValue
          .computeIfAbsent(value.apply(code + 1), _ -> new ArrayList<>())
          .add(categories.get(code));
    }
    byValue.forEach((given, texts) -> text.unlessSame(SqlText.isOneOf(column, texts), given));
    return text.toString();
  }

  /** One of two expressions: that of a condition, or else the other one. */
  static String of(String condition, String then, String otherwise) {
    SqlCase text = new SqlCase(otherwise);
    text.unlessSame(condition, then);
    return text.toString();
  }

  private void when(String condition, String given) {
    branches.add("WHEN " + condition + " THEN" + after(given));
  }

  /** What gives the same as the end needs no branch, where no other branch can be meant. */
  private void unlessSame(String condition, String given) {
    if (!given.equals(otherwise)) {
      when(condition, given);
    }
  }

  private static String after(String given) {
    return given.contains("\n") ? "\n" + SqlText.indented(given) : " " + given;
  }

  @Override
  public String toString() {
    return branches.isEmpty()
        ? otherwise
        : "CASE\n"
            + SqlText.indented(String.join("\n", branches) + "\nELSE" + after(otherwise))
            + "\nEND";
  }
}

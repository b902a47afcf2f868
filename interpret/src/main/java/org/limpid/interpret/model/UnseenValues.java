package org.limpid.interpret.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;

/**
 * What a column of a table holds that training did not see.
 *
 * @param column name of the column
 * @param rowCount how many rows hold such values
 * @param values the first of them, all different
 * @param isCut whether there are more of them
 */
public record UnseenValues(String column, int rowCount, List<String> values, boolean isCut) {
  private static final int SHOWN = 5;

  public UnseenValues {
    values = List.copyOf(values);
  }

  /** The values with commas between them. */
  public String listed() {
    return String.join(", ", values) + (isCut ? " and others" : "");
  }

  /**
   * The columns of nominal and ordinal features that hold such values, in the order of features.
   */
  public static List<UnseenValues> of(List<Feature> features, Table table) {
    List<UnseenValues> found = new ArrayList<>();
    for (Feature feature : features) {
      if (feature instanceof Feature.Categorical categorical) {
        table
            .find(feature.name())
            .map(column -> of(categorical, column))
            .filter(unseen -> unseen.rowCount() > 0)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static UnseenValues of(Feature.Categorical feature, Column column) {
    CategoryCodes codes = new CategoryCodes(feature.categories());
    Set<String> values = new LinkedHashSet<>();
    int count = 0;
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row) && codes.code(column.text(row)) == CategoryCodes.UNKNOWN) {
        count++;
        if (values.size() <= SHOWN) {
          values.add(column.text(row));
        }
      }
    }
    return new UnseenValues(
        feature.name(), count, values.stream().limit(SHOWN).toList(), values.size() > SHOWN);
  }
}

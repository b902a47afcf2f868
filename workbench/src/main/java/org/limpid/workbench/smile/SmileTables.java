package org.limpid.workbench.smile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.measure.CategoricalMeasure;
import smile.data.type.StructField;
import smile.data.vector.ValueVector;

/**
 * Smile's data as ours. Numbers stay numbers unless they stand for the levels of a nominal or
 * ordinal scale; those, truth values and all else become texts. A null is a missing value.
 */
final class SmileTables {
  private SmileTables() {}

  static Table table(DataFrame frame) {
    List<Column> columns = new ArrayList<>();
    for (ValueVector vector : frame.columns()) {
      columns.add(column(vector));
    }
    return Table.of("data frame", 0, columns);
  }

  private static Column column(ValueVector vector) {
    if (isNumber(vector.field())) {
      double[] numbers = new double[vector.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = vector.isNullAt(i) ? Double.NaN : vector.getDouble(i);
      }
      return NumericColumn.of(vector.name(), numbers);
    }
    String[] texts = new String[vector.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = vector.isNullAt(i) ? null : text(vector.field(), i, vector::getInt, vector::get);
    }
    return TextColumn.of(vector.name(), texts);
  }

  private static boolean isNumber(StructField field) {
    return field.isNumeric() && !(field.measure() instanceof CategoricalMeasure);
  }

  private static String text(
      StructField field, int index, IntFunction<Integer> code, IntFunction<Object> value) {
    return field.measure() instanceof CategoricalMeasure scale
        ? scale.level(code.apply(index))
        : value.apply(index).toString();
  }

  static Row row(Tuple tuple, Row row) {
    for (int i = 0; i < row.features().size(); i++) {
      Feature feature = row.features().get(i);
      int index = tuple.indexOf(feature.name());
      StructField field = tuple.schema().field(index);
      boolean missing = tuple.isNullAt(index);
      switch (feature) {
        case Feature.Numeric _ -> row.set(i, missing ? Double.NaN : tuple.getDouble(index));
        case Feature.Categorical _ ->
            row.set(i, missing ? null : text(field, index, tuple::getInt, tuple::get));
      }
    }
    return row;
  }
}

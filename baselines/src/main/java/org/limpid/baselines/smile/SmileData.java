package org.limpid.baselines.smile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Target;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.ShortVector;
import smile.data.vector.ValueVector;

/**
 * Our data as Smile's. Columns are called {@code f0}, {@code f1}, ... and the target {@code
 * target}, so that no name can clash with Smile's formulas.
 */
final class SmileData {
  static final Formula FORMULA = Formula.lhs("target");
  private static final String TARGET = "target";

  private static final String SPLIT_PLACES = "smile.regression_tree.bins";

  private SmileData() {}

  /**
   * From now on all regression trees of Smile in this JVM look for splits everywhere, unless the
   * program was started with another number of places. By default they look at a hundredth of the
   * rows from each other, for which every node counts all rows below it in the order of each
   * column: trees of thousands of leaves, as those of a forest, then take time with the square of
   * the rows. With as many places as rows they count nothing, as other libraries do.
   */
  static synchronized void searchSplitsEverywhere() {
    if (System.getProperty(SPLIT_PLACES) == null) {
      System.setProperty(SPLIT_PLACES, Integer.toString(Integer.MAX_VALUE));
    }
  }

  static DataFrame frame(Design design) {
    List<ValueVector> columns = new ArrayList<>();
    for (int i = 0; i < design.inputs().width(); i++) {
      columns.add(column(design, i));
    }
    columns.add(
        switch (design.target()) {
          case Target.Numbers numbers -> new DoubleVector(TARGET, numbers.values());
          case Target.Classes classes -> new IntVector(TARGET, classes.codes());
        });
    return new DataFrame(columns.toArray(ValueVector[]::new));
  }

  /**
   * Trees look values up in the order of the column, which takes less time in less memory. All
   * numbers of bins have one type, whatever their range: calls to many types of columns are slow.
   */
  private static ValueVector column(Design design, int position) {
    StructField field = field(design.inputs(), position);
    double[] values = Arrays.stream(design.rows()).mapToDouble(row -> row[position]).toArray();
    if (field.dtype() == DataTypes.IntType) {
      return new IntVector(field, Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }
    return Arrays.stream(values).allMatch(value -> value == (short) value)
        ? new ShortVector(new StructField(field.name(), DataTypes.ShortType), shorts(values))
        : new DoubleVector(field, values);
  }

  private static short[] shorts(double[] values) {
    short[] shorts = new short[values.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) values[i];
    }
    return shorts;
  }

  /** Categories get a level more, which stands for all that training did not see. */
  private static StructField field(EncodedInputs inputs, int position) {
    String name = "f" + position;
    if (inputs.features().get(position) instanceof Feature.Categorical categorical) {
      String[] levels =
          IntStream.rangeClosed(0, categorical.categories().size())
              .mapToObj(Integer::toString)
              .toArray(String[]::new);
      return new StructField(name, DataTypes.IntType, new NominalScale(levels));
    }
    return new StructField(name, DataTypes.DoubleType);
  }

  static StructType schema(EncodedInputs inputs) {
    return new StructType(
        IntStream.range(0, inputs.width())
            .mapToObj(i -> field(inputs, i))
            .toArray(StructField[]::new));
  }

  static Tuple tuple(StructType schema, EncodedInputs inputs, double[] row) {
    double[] values = row.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 && inputs.features().get(i) instanceof Feature.Categorical categorical) {
        values[i] = categorical.categories().size();
      }
    }
    return Tuple.of(schema, values);
  }
}

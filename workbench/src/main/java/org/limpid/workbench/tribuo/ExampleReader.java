package org.limpid.workbench.tribuo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Output;

/**
 * Tribuo's sparse examples as ours. A feature that an example does not have is a missing value; but
 * where a feature has one and the same value wherever it stands, it is taken for an indicator, and
 * is 0 where it does not.
 */
record ExampleReader(ImmutableFeatureMap features, double[] absent) {
  static ExampleReader of(Dataset<?> examples) {
    ImmutableFeatureMap features = examples.getFeatureIDMap();
    double[] lowest = new double[features.size()];
    double[] highest = new double[features.size()];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (Example<?> example : examples) {
      for (Feature feature : example) {
        int id = features.getID(feature.getName());
        lowest[id] = Math.min(lowest[id], feature.getValue());
        highest[id] = Math.max(highest[id], feature.getValue());
      }
    }
    double[] absent = new double[features.size()];
    Arrays.setAll(absent, id -> lowest[id] == highest[id] ? 0 : Double.NaN);
    return new ExampleReader(features, absent);
  }

  /** All examples as a table, whose columns have the order of Tribuo's feature numbers. */
  Table table(Dataset<?> examples) {
    double[][] columns = new double[features.size()][examples.size()];
    for (int id = 0; id < columns.length; id++) {
      Arrays.fill(columns[id], absent[id]);
    }
    for (int row = 0; row < examples.size(); row++) {
      for (Feature feature : examples.getExample(row)) {
        columns[features.getID(feature.getName())][row] = feature.getValue();
      }
    }
    List<NumericColumn> named = new ArrayList<>();
    for (int id = 0; id < columns.length; id++) {
      named.add(NumericColumn.of(features.get(id).getName(), columns[id]));
    }
    return Table.of("examples", 0, named);
  }

  /** Fills a row whose features are those of the table, and counts those that the example has. */
  <T extends Output<T>> int read(Example<T> example, Row row) {
    for (int id = 0; id < absent.length; id++) {
      row.set(id, absent[id]);
    }
    int used = 0;
    for (Feature feature : example) {
      int id = features.getID(feature.getName());
      if (id >= 0) {
        row.set(id, feature.getValue());
        used++;
      }
    }
    return used;
  }
}

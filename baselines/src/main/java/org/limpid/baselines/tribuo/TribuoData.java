package org.limpid.baselines.tribuo;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.limpid.baselines.method.Design;
import org.limpid.interpret.model.Target;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * Our data as Tribuo's. Features are called {@code f00000}, {@code f00001}, ... because Tribuo
 * orders them by name; a missing value is a feature that the example does not have. A constant
 * feature {@code row} stands in every example, since Tribuo takes none without features.
 */
final class TribuoData {
  static final String TARGET = "target";
  private static final String CONSTANT = "row";

  private TribuoData() {}

  static MutableDataset<Regressor> regression(Design design) {
    double[] targets = design.targetNumbers();
    MutableDataset<Regressor> data = empty(new RegressionFactory());
    for (int i = 0; i < design.rowCount(); i++) {
      data.add(example(new Regressor(TARGET, targets[i]), design, i));
    }
    return data;
  }

  static MutableDataset<Label> classification(Design design) {
    int[] codes = ((Target.Classes) design.target()).codes();
    MutableDataset<Label> data = empty(new LabelFactory());
    for (int i = 0; i < design.rowCount(); i++) {
      data.add(example(label(codes[i]), design, i));
    }
    return data;
  }

  static Label label(int code) {
    return new Label(Integer.toString(code));
  }

  private static <T extends Output<T>> MutableDataset<T> empty(OutputFactory<T> factory) {
    return new MutableDataset<>(new SimpleDataSourceProvenance("training set", factory), factory);
  }

  private static <T extends Output<T>> Example<T> example(T output, Design design, int row) {
    Example<T> example = example(output, design.rows()[row]);
    example.setWeight((float) design.weight(row));
    return example;
  }

  static <T extends Output<T>> Example<T> example(T output, double[] row) {
    int[] known = IntStream.range(0, row.length).filter(i -> !Double.isNaN(row[i])).toArray();
    String[] names = Arrays.stream(known).mapToObj("f%05d"::formatted).toArray(String[]::new);
    double[] values = Arrays.stream(known).mapToDouble(i -> row[i]).toArray();
    ArrayExample<T> example = new ArrayExample<>(output, names, values);
    example.add(CONSTANT, 1);
    return example;
  }
}

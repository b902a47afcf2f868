package org.limpid.baselines.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.limpid.files.Problems;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.NumbersFirst;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Column;

/** The features of a model and how a row of them becomes the numbers that a library sees. */
public final class Inputs {
  private final List<Feature> features;
  private final Encoding encoding;
  private final int width;

  /** The numbers of these features. */
  public Inputs(List<Feature> features, Encoding encoding) {
    this.features = List.copyOf(features);
    this.encoding = encoding;
    width = features.stream().mapToInt(this::widthOf).sum();
  }

  /**
   * The features of a training set: columns of texts and those said to be nominal are nominal.
   *
   * @throws org.limpid.files.DataException if a nominal column holds no value at all
   */
  public static List<Feature> features(TrainingSet data) {
    Problems problems = new Problems();
    List<Feature> features = new ArrayList<>();
    for (Column column : data.inputs().columns()) {
      if (data.isNominal(column.name())) {
        List<String> categories = categories(column);
        if (categories.isEmpty()) {
          String hint = "Maybe leave the column out.";
          problems.add(data.inputs().problem(-1, column, "expected a value in some row", hint));
        }
        features.add(new Feature.Nominal(column.name(), categories));
      } else {
        features.add(new Feature.Numeric(column.name()));
      }
    }
    problems.throwIfAny();
    return features;
  }

  private static List<String> categories(Column column) {
    TreeSet<String> found = new TreeSet<>(NumbersFirst.ORDER);
    for (int row = 0; row < column.size(); row++) {
      if (!column.isMissing(row)) {
        found.add(column.text(row));
      }
    }
    return List.copyOf(found);
  }

  /** The features. */
  public List<Feature> features() {
    return features;
  }

  /** How many numbers a row becomes. */
  public int width() {
    return width;
  }

  private int widthOf(Feature feature) {
    return encoding == Encoding.INDICATORS && feature instanceof Feature.Categorical categorical
        ? categorical.categories().size()
        : 1;
  }

  /** The numbers of a row. */
  public double[] encode(Row row) {
    double[] encoded = new double[width];
    int at = 0;
    for (int i = 0; i < features.size(); i++) {
      int count = widthOf(features.get(i));
      boolean indicators =
          encoding == Encoding.INDICATORS && features.get(i) instanceof Feature.Categorical;
      if (indicators) {
        indicate(row.encoded(i), encoded, at, count);
      } else {
        encoded[at] = row.encoded(i);
      }
      at += count;
    }
    return encoded;
  }

  private static void indicate(double code, double[] encoded, int from, int count) {
    if (Double.isNaN(code)) {
      Arrays.fill(encoded, from, from + count, Double.NaN);
    } else if (code >= 0) {
      encoded[from + (int) code] = 1;
    }
  }
}

package org.limpid.baselines.method;

import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** The features of a model and how a row of them becomes the numbers that a library sees. */
public final class EncodedInputs {
  private final List<Feature> features;
  private final Encoding encoding;
  private final int width;

  public EncodedInputs(List<Feature> features, Encoding encoding) {
    this.features = List.copyOf(features);
    this.encoding = encoding;
    width = features.stream().mapToInt(this::widthOf).sum();
  }

  public List<Feature> features() {
    return features;
  }

  public int width() {
    return width;
  }

  /** Whether the number at this position is that of a category. */
  boolean isCode(int position) {
    return encoding == Encoding.CODES && features.get(position) instanceof Feature.Categorical;
  }

  private int widthOf(Feature feature) {
    return encoding == Encoding.INDICATORS && feature instanceof Feature.Categorical categorical
        ? categorical.categories().size()
        : 1;
  }

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

  /** How a nominal feature becomes numbers. In all of them {@code NaN} is a missing value. */
  public enum Encoding {
    /** One number: the position of the category, or -1 for one that training did not see. */
    CODES,
    /** One number per category: 1 for that of the row, 0 for all others. */
    INDICATORS
  }
}

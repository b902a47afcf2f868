package org.limpid.interpret.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.ClosestName;

/**
 * The inputs of one prediction, by name. Made by {@link Model#newRow()} and meant to be used again
 * and again: setting and predicting allocate nothing. Not safe for several threads.
 *
 * <p>Inside, a number is itself, a category its position in {@link
 * Feature.Categorical#categories()}, a missing value {@code NaN} and a category that training did
 * not see {@link #UNSEEN}.
 */
public final class Row {
  /** Stands for a category that training did not see. */
  public static final double UNSEEN = CategoryCodes.UNKNOWN;

  private final List<Feature> features;
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<CategoryCodes> codes;
  private final double[] values;

  public Row(List<Feature> features) {
    this.features = List.copyOf(features);
    values = new double[features.size()];
    Arrays.fill(values, Double.NaN);
    for (int i = 0; i < features.size(); i++) {
      positions.put(features.get(i).name(), i);
    }
    codes = features.stream().map(Row::codesOf).toList();
  }

  private static CategoryCodes codesOf(Feature feature) {
    return new CategoryCodes(
        feature instanceof Feature.Categorical categorical ? categorical.categories() : List.of());
  }

  public List<Feature> features() {
    return features;
  }

  /**
   * Position of a feature, for loops that set it often. Throws an {@code IllegalArgumentException}
   * if the model has no such feature.
   */
  public int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException(
          "the model has no feature '%s'. %s"
              .formatted(name, ClosestName.hint(name, positions.keySet())));
    }
    return position;
  }

  /** Sets a numeric feature; {@code NaN} means missing. */
  public Row set(String name, double value) {
    return set(position(name), value);
  }

  /** Sets a numeric feature by position; {@code NaN} means missing. */
  public Row set(int position, double value) {
    if (features.get(position) instanceof Feature.Categorical) {
      throw new IllegalArgumentException(
          "expected a text for %s, found %s".formatted(features.get(position).name(), value));
    }
    values[position] = value;
    return this;
  }

  /**
   * Sets a nominal or ordinal feature; {@code null} means missing. Names are found as {@link
   * CategoryCodes} does.
   */
  public Row set(String name, String category) {
    return set(position(name), category);
  }

  /** Sets a nominal or ordinal feature by position; {@code null} means missing. */
  public Row set(int position, String category) {
    if (features.get(position) instanceof Feature.Numeric numeric && category != null) {
      throw new IllegalArgumentException(
          "expected a number for %s, found '%s'".formatted(numeric.name(), category));
    }
    values[position] = category == null ? Double.NaN : codes.get(position).code(category);
    return this;
  }

  /**
   * Sets a value in the encoding of this class: a number, the position of a category, {@link
   * #UNSEEN} or {@code NaN}.
   */
  public void setEncoded(int position, double value) {
    values[position] = value;
  }

  /** The value in the encoding of this class. */
  public double encoded(int position) {
    return values[position];
  }

  public Row copyOf(Row other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
    return this;
  }

  /** The value as text: the number, the category, or "missing" or "unseen". */
  public String text(int position) {
    double value = values[position];
    if (Double.isNaN(value)) {
      return "missing";
    }
    if (features.get(position) instanceof Feature.Categorical categorical) {
      return value < 0 ? "unseen" : categorical.categories().get((int) value);
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

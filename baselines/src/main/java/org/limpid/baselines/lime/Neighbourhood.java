package org.limpid.baselines.lime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;

/**
 * Rows around one row, and their coordinates: one axis per feature that has a value there. A number
 * is measured in standard deviations from the average, both of the reference; a category is 1 where
 * it is that of the row and 0 otherwise, less the share of the reference that has it.
 */
final class Neighbourhood {
  private final Row centre;
  private final List<Axis> axes = new ArrayList<>();

  /**
   * One feature: the category of the centre, {@code NaN} for a number; encoded values of the
   * reference without gaps; mean and standard deviation of numbers, of a category the share that
   * has it and 1.
   */
  private record Axis(int feature, double category, double[] values, double mean, double unit) {
    double coordinate(double encoded) {
      double number = Double.isNaN(category) ? encoded : encoded == category ? 1 : 0;
      return (number - mean) / unit;
    }
  }

  Neighbourhood(Model model, Row centre, Table reference) {
    this.centre = model.newRow().copyOf(centre);
    RowReader reader = new RowReader(model.features(), reference);
    for (int i = 0; i < model.features().size(); i++) {
      int position = i;
      double[] values =
          IntStream.range(0, reference.rowCount())
              .mapToDouble(row -> reader.encoded(row, position))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      if (values.length > 0 && !Double.isNaN(centre.encoded(i))) {
        axes.add(axis(model.features().get(i), i, centre.encoded(i), values));
      }
    }
  }

  private static Axis axis(Feature feature, int position, double own, double[] values) {
    return switch (feature) {
      case Feature.Numeric _ -> {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
            Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double unit = variance > 0 ? Math.sqrt(variance) : 1;
        yield new Axis(position, Double.NaN, values, mean, unit);
      }
      case Feature.Categorical _ -> {
        double same = Arrays.stream(values).filter(value -> value == own).count();
        yield new Axis(position, own, values, same / values.length, 1);
      }
    };
  }

  int size() {
    return axes.size();
  }

  int feature(int axis) {
    return axes.get(axis).feature();
  }

  /** Fills a row with values of the reference, each feature by itself. */
  void draw(SplittableRandom random, Row row) {
    row.copyOf(centre);
    for (Axis axis : axes) {
      row.setEncoded(axis.feature(), axis.values()[random.nextInt(axis.values().length)]);
    }
  }

  double[] coordinates(Row row) {
    return axes.stream()
        .mapToDouble(axis -> axis.coordinate(row.encoded(axis.feature())))
        .toArray();
  }
}

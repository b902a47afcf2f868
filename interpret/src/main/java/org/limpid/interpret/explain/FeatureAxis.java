package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.limpid.interpret.text.ValueLabels;

/** One feature of a term and its bins: missing values, the regular bins, unseen categories. */
public sealed interface FeatureAxis {
  String feature();

  /**
   * What falls into each bin: {@code missing}, then intervals such as {@code [0.5, 1.5)} or
   * categories, then {@code unseen}.
   */
  List<String> labels();

  /**
   * The bins of a number: cuts ascend, and a bin holds its lower one. The range of training is
   * {@code NaN} when not known; the density histogram has one weight fewer than edges.
   */
  record Numeric(
      String feature,
      List<Double> cuts,
      double minimum,
      double maximum,
      List<Double> densityEdges,
      List<Double> densityWeights)
      implements FeatureAxis {
    public Numeric {
      Objects.requireNonNull(feature, "feature");
      cuts = List.copyOf(cuts);
      densityEdges = List.copyOf(densityEdges);
      densityWeights = List.copyOf(densityWeights);
    }

    @Override
    public List<String> labels() {
      ValueLabels values = values();
      List<String> labels = new ArrayList<>(List.of("missing"));
      for (int bin = 0; bin <= cuts.size(); bin++) {
        labels.add(interval(bin, values));
      }
      labels.add("unseen");
      return List.copyOf(labels);
    }

    /** How its cuts are written. */
    public ValueLabels values() {
      DoubleStream ends = DoubleStream.of(minimum, maximum);
      DoubleStream all = cuts.stream().mapToDouble(Double::doubleValue);
      return ValueLabels.of(feature, DoubleStream.concat(ends, all).toArray());
    }

    private String interval(int bin, ValueLabels values) {
      String from = bin == 0 ? "" : values.text(cuts.get(bin - 1));
      String to = bin == cuts.size() ? "" : values.text(cuts.get(bin));
      if (from.isEmpty()) {
        return to.isEmpty() ? "any number" : "< " + to;
      }
      return to.isEmpty() ? ">= " + from : "[%s, %s)".formatted(from, to);
    }
  }

  /** The bins of a nominal or ordinal feature: one category per regular bin. */
  record Categories(String feature, boolean ordered, List<String> categories)
      implements FeatureAxis {
    public Categories {
      Objects.requireNonNull(feature, "feature");
      categories = List.copyOf(categories);
    }

    @Override
    public List<String> labels() {
      List<String> labels = new ArrayList<>(List.of("missing"));
      labels.addAll(categories);
      labels.add("unseen");
      return List.copyOf(labels);
    }
  }
}

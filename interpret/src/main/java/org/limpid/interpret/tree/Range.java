package org.limpid.interpret.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.text.ValueLabels;

/** The values of one feature that lead along a way through a tree. Immutable. */
sealed interface Range {
  /** Fewest significant digits of a threshold. */
  int DIGITS = 6;

  /**
   * Most categories that a condition names; of more it names the first ones and counts the rest.
   */
  int NAMED = 10;

  /** All values, missing ones as well. */
  static Range all(Feature feature) {
    return switch (feature) {
      case Feature.Numeric _ ->
          new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
      case Feature.Categorical categorical -> {
        boolean[] every = new boolean[categorical.categories().size()];
        Arrays.fill(every, true);
        yield new Subset(every, true);
      }
    };
  }

  /** The values that lead on to the left or right child of a split. */
  Range narrowed(TreeNode.Split split, boolean toLeft);

  /** The range as a condition on a feature of some name, thresholds written by {@code labels}. */
  String text(String name, Feature feature, ValueLabels labels);

  private static String orMissing(String condition, boolean missing) {
    return missing ? condition + " or missing" : condition;
  }

  /**
   * Numbers above {@code lower} and not above {@code upper}, and missing values if they lead along.
   */
  record Interval(double lower, double upper, boolean missing) implements Range {
    @Override
    public Range narrowed(TreeNode.Split split, boolean toLeft) {
      double threshold = ((Condition.Threshold) split.condition()).threshold();
      return new Interval(
          toLeft ? lower : Math.max(lower, threshold),
          toLeft ? Math.min(upper, threshold) : upper,
          missing && split.defaultLeft() == toLeft);
    }

    @Override
    public String text(String name, Feature feature, ValueLabels labels) {
      if (lower == Condition.Threshold.ANY_VALUE) {
        return name + " is missing";
      }
      if (lower == Double.NEGATIVE_INFINITY && upper >= Condition.Threshold.ANY_VALUE) {
        return name + " is known";
      }
      String from =
          lower == Double.NEGATIVE_INFINITY ? "" : "%s < ".formatted(labels.text(lower, DIGITS));
      String to =
          upper >= Condition.Threshold.ANY_VALUE
              ? ""
              : " <= %s".formatted(labels.text(upper, DIGITS));
      String condition =
          to.isEmpty() ? "%s > %s".formatted(name, labels.text(lower, DIGITS)) : from + name + to;
      return orMissing(condition, missing);
    }
  }

  /** Some categories, and missing values and unseen categories if they lead along. */
  record Subset(boolean[] allowed, boolean missing) implements Range {
    @Override
    public Range narrowed(TreeNode.Split split, boolean toLeft) {
      Condition.Categories categories = (Condition.Categories) split.condition();
      boolean[] narrower = new boolean[allowed.length];
      for (int i = 0; i < narrower.length; i++) {
        narrower[i] = allowed[i] && categories.isLeft(i) == toLeft;
      }
      return new Subset(narrower, missing && split.defaultLeft() == toLeft);
    }

    @Override
    public String text(String name, Feature feature, ValueLabels labels) {
      List<String> all = ((Feature.Categorical) feature).categories();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < allowed.length; i++) {
        if (allowed[i]) {
          names.add(all.get(i));
        }
      }
      if (names.isEmpty()) {
        return name + " is missing";
      }
      String condition =
          names.size() == 1
              ? "%s = %s".formatted(name, names.getFirst())
              : "%s in {%s}".formatted(name, list(names));
      return orMissing(condition, missing);
    }

    private static String list(List<String> names) {
      return names.size() <= NAMED
          ? String.join(", ", names)
          : "%s and %d others"
              .formatted(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
    }
  }
}

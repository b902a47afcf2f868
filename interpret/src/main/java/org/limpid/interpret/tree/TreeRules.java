package org.limpid.interpret.tree;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.files.Words;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.ValueLabels;

/**
 * Writes a tree as rules. Numbers have six significant digits, thresholds as many more as tell them
 * apart. Of more than ten categories the first ten are named, the others counted. "missing" stands
 * for missing values and for categories that training did not see; it is named on the side that
 * they take.
 */
public final class TreeRules {
  private static final String INDENT = "  ";

  private TreeRules() {}

  /** A node that is still to be written, and what is written before it. */
  private record Pending(int position, int depth, String heading) {}

  /**
   * The tree as nested conditions, one line each, ending with a line feed:
   *
   * <pre>
   * if hour &lt;= 7.5 or missing:
   *   2.25 (120 rows)
   * else:
   *   if user = anna:
   *     ...
   * </pre>
   */
  public static String text(TreeModel model) {
    StringBuilder text = new StringBuilder();
    List<ValueLabels> labels = thresholdLabels(model);
    Deque<Pending> open = new ArrayDeque<>(List.of(new Pending(0, 0, "")));
    while (!open.isEmpty()) {
      Pending step = open.pop();
      if (!step.heading().isEmpty()) {
        line(text, step.depth() - 1, step.heading());
      }
      TreeNode node = model.nodes().get(step.position());
      switch (node) {
        case TreeNode.Leaf(NodeSummary summary) -> line(text, step.depth(), leaf(model, summary));
        case TreeNode.Split split -> {
          open.push(new Pending(split.right(), step.depth() + 1, "else:"));
          String asked = asked(model, split, labels.get(split.feature()));
          open.push(new Pending(split.left(), step.depth() + 1, "if %s:".formatted(asked)));
        }
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, int depth, String content) {
    text.repeat(INDENT, depth).append(content).append('\n');
  }

  private static String asked(TreeModel model, TreeNode.Split split, ValueLabels labels) {
    Feature feature = model.features().get(split.feature());
    return Range.all(feature).narrowed(split, true).text(feature.name(), feature, labels);
  }

  private static String leaf(TreeModel model, NodeSummary summary) {
    return "%s (%s)"
        .formatted(prediction(model.task(), summary), Words.count(summary.samples(), "row"));
  }

  private static String prediction(Task task, NodeSummary summary) {
    return switch (task) {
      case Task.Regression _ -> ShortNumber.of(summary.output(0));
      case Task.Classification classes -> {
        int best = Predictions.mostProbable(summary.outputs());
        yield "%s, share %s"
            .formatted(classes.classes().get(best), ShortNumber.of(summary.output(best)));
      }
    };
  }

  /** The way to a node: a range for each feature that was asked. */
  private record Way(int position, Map<Integer, Range> ranges) {
    private Way narrowed(TreeModel model, TreeNode.Split split, boolean toLeft) {
      Map<Integer, Range> narrower = new LinkedHashMap<>(ranges);
      Range before =
          ranges.getOrDefault(split.feature(), Range.all(model.features().get(split.feature())));
      narrower.put(split.feature(), before.narrowed(split, toLeft));
      return new Way(toLeft ? split.left() : split.right(), narrower);
    }
  }

  /** The leaves as rules, from left to right. */
  public static List<Rule> list(TreeModel model) {
    return list(model, UnaryOperator.identity());
  }

  /**
   * The same with other words for the features.
   *
   * @param words what a feature of a name is called
   */
  public static List<Rule> list(TreeModel model, UnaryOperator<String> words) {
    List<Rule> rules = new ArrayList<>();
    List<ValueLabels> labels = thresholdLabels(model);
    Deque<Way> open = new ArrayDeque<>(List.of(new Way(0, Map.of())));
    while (!open.isEmpty()) {
      Way way = open.pop();
      switch (model.nodes().get(way.position())) {
        case TreeNode.Leaf(NodeSummary summary) ->
            rules.add(rule(model, words, labels, way, summary));
        case TreeNode.Split split -> {
          open.push(way.narrowed(model, split, false));
          open.push(way.narrowed(model, split, true));
        }
      }
    }
    return List.copyOf(rules);
  }

  private static Rule rule(
      TreeModel model,
      UnaryOperator<String> words,
      List<ValueLabels> labels,
      Way way,
      NodeSummary summary) {
    List<String> conditions = new ArrayList<>();
    way.ranges()
        .forEach((position, range) -> {
          Feature feature = model.features().get(position);
          conditions.add(range.text(words.apply(feature.name()), feature, labels.get(position)));
        });
    return new Rule(conditions, summary, prediction(model.task(), summary));
  }

  /**
   * A leaf of a tree as a rule: all conditions together lead to it, one per feature in the order in
   * which they are first asked, for example {@code 3 < hour <= 7.5}; none for a tree of one leaf.
   * The prediction is the number, or the most probable class with its share.
   */
  public record Rule(List<String> conditions, NodeSummary support, String prediction) {
    public Rule {
      conditions = List.copyOf(conditions);
      Objects.requireNonNull(support, "support");
      Objects.requireNonNull(prediction, "prediction");
    }

    @Override
    public String toString() {
      String all = conditions.isEmpty() ? "always" : String.join(" and ", conditions);
      return "%s: %s (%s)".formatted(all, prediction, Words.count(support.samples(), "row"));
    }
  }

  /** For each feature of the tree, labels that tell its thresholds apart. */
  public static List<ValueLabels> thresholdLabels(TreeModel model) {
    List<TreeNode.Split> splits =
        model.nodes().stream()
            .filter(TreeNode.Split.class::isInstance)
            .map(TreeNode.Split.class::cast)
            .toList();
    return IntStream.range(0, model.features().size())
        .mapToObj(feature ->
            ValueLabels.of(model.features().get(feature).name(), thresholds(splits, feature)))
        .toList();
  }

  private static double[] thresholds(List<TreeNode.Split> splits, int feature) {
    return splits.stream()
        .filter(split -> split.feature() == feature)
        .map(TreeNode.Split::condition)
        .filter(Condition.Threshold.class::isInstance)
        .mapToDouble(condition -> ((Condition.Threshold) condition).threshold())
        .filter(threshold -> threshold < Condition.Threshold.ANY_VALUE)
        .toArray();
  }

  /** Writes numbers for people: six significant digits, no zeros at the end. */
  private static final class ShortNumber {
    private static final MathContext DIGITS = new MathContext(6);
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e12;

    private ShortNumber() {}

    static String of(double value) {
      if (value == 0 || !Double.isFinite(value)) {
        return value == 0 ? "0" : Double.toString(value);
      }
      BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
      double size = Math.abs(value);
      return size >= PLAIN_FROM && size < PLAIN_TO ? rounded.toPlainString() : rounded.toString();
    }
  }
}

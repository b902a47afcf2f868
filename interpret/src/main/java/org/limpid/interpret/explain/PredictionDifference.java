package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * Why two predictions with the same score names differ: two rows under one model, or one row under
 * two models. The differences of the intercept and of the terms sum to the difference of the
 * scores, but for the rounding of floating point numbers.
 */
public record PredictionDifference(PredictionExplanation before, PredictionExplanation after) {
  private static final int SHOWN = 15;
  private static final String ABSENT = "-";

  /**
   * How the contribution of one term differs: second minus first, one number per score name. The
   * values of its features are {@code -} where a model lacks the term.
   */
  public record TermDifference(String term, String before, String after, List<Double> scores) {
    public TermDifference {
      scores = List.copyOf(scores);
    }

    public double size() {
      return scores.stream().mapToDouble(Math::abs).max().orElse(0);
    }
  }

  public PredictionDifference {
    if (!before.scoreNames().equals(after.scoreNames())) {
      throw new IllegalArgumentException(
          "expected scores for %s, found scores for %s"
              .formatted(before.scoreNames(), after.scoreNames()));
    }
  }

  /** Second minus first sum of scores, one number per score name. */
  public List<Double> scores() {
    return minus(after.scores(), before.scores());
  }

  /** Second minus first intercept, one number per score name. */
  public List<Double> intercept() {
    return minus(after.intercept(), before.intercept());
  }

  /** The differences of all terms: those of the first prediction, then those only in the second. */
  public List<TermDifference> terms() {
    Set<String> names = new LinkedHashSet<>();
    before.contributions().forEach(contribution -> names.add(contribution.term()));
    after.contributions().forEach(contribution -> names.add(contribution.term()));
    return names.stream().map(this::difference).toList();
  }

  private TermDifference difference(String name) {
    Contribution absent =
        new Contribution(name, ABSENT, Totals.zeros(before.scoreNames().size()), List.of());
    Contribution first = before.contribution(name).orElse(absent);
    Contribution second = after.contribution(name).orElse(absent);
    return new TermDifference(
        name, first.value(), second.value(), minus(second.scores(), first.scores()));
  }

  private static List<Double> minus(List<Double> a, List<Double> b) {
    return IntStream.range(0, a.size()).mapToObj(k -> a.get(k) - b.get(k)).toList();
  }

  /**
   * The terms of the largest absolute difference, largest first, and the sum of all others as a
   * last one, if there are others.
   */
  public List<TermDifference> top(int count) {
    return Totals.top(terms(), count, TermDifference::size, this::sum);
  }

  private TermDifference sum(String name, List<TermDifference> rest) {
    List<Double> zeros = Totals.zeros(before.scoreNames().size());
    List<Double> scores = Totals.of(zeros, rest.stream().map(TermDifference::scores).toList());
    return new TermDifference(name, "", "", scores);
  }

  /** A text table of the largest differences, which sums up. */
  public String summarize(int top) {
    TextTable table = new TextTable(3);
    List<String> head = new ArrayList<>(List.of("term", "before", "after"));
    head.addAll(before.scoreNames());
    table.line(head);
    table.line(line(new TermDifference("intercept", "", "", intercept())));
    top(top).forEach(difference -> table.line(line(difference)));
    return table.line(line(new TermDifference("sum", "", "", scores()))).toString();
  }

  private static List<String> line(TermDifference difference) {
    List<String> line =
        new ArrayList<>(List.of(difference.term(), difference.before(), difference.after()));
    difference.scores().forEach(score -> line.add(NumberText.signed(score)));
    return line;
  }

  @Override
  public String toString() {
    return summarize(SHOWN);
  }
}

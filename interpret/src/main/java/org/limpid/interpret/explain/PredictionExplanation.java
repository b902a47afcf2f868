package org.limpid.interpret.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * Why a model predicted what it predicted for one row: an intercept and what each term added.
 *
 * <p>{@code intercept + contribution 1 + contribution 2 + ...}, added from left to right, is the
 * model's sum of scores bit for bit; the link makes the prediction of it.
 *
 * @param scoreNames what the sums are for: the target, the second of two classes, or each class
 *     where there are more
 * @param intercept one number per score name
 * @param contributions first that of the offset, if the model has one, then in the order of its
 *     terms
 * @param outputs the predicted number, or the probability of each class, by name
 * @param actual what was observed, if that is known
 */
public record PredictionExplanation(
    List<String> scoreNames,
    List<Double> intercept,
    List<Contribution> contributions,
    List<Output> outputs,
    Optional<String> actual) {
  private static final int SHOWN = 15;

  /**
   * The predicted number or the probability of a class, called as the target or the class, and its
   * standard deviation over the bags.
   */
  public record Output(String name, Measure measure) {
    /** For example {@code wait: 4.2 +- 0.3}. */
    @Override
    public String toString() {
      return name + ": " + measure;
    }
  }

  public PredictionExplanation {
    scoreNames = List.copyOf(scoreNames);
    intercept = List.copyOf(intercept);
    contributions = List.copyOf(contributions);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(actual, "actual");
    int count = scoreNames.size();
    if (intercept.size() != count
        || contributions.stream().anyMatch(each -> each.scores().size() != count)) {
      throw new IllegalArgumentException("expected %d scores everywhere".formatted(count));
    }
  }

  /** Why a model predicts what it predicts for this row. */
  public static PredictionExplanation of(EbmModel model, Row row) {
    return new PredictionExplainer(model).explain(row);
  }

  public PredictionExplanation withActual(String observed) {
    return new PredictionExplanation(
        scoreNames, intercept, contributions, outputs, Optional.of(observed));
  }

  /** The sums that the link turns into the prediction, one per score name. */
  public List<Double> scores() {
    return Totals.of(intercept, contributions.stream().map(Contribution::scores).toList());
  }

  /** The contribution of the term of this name, if the model has it. */
  public Optional<Contribution> contribution(String term) {
    return contributions.stream().filter(each -> each.term().equals(term)).findFirst();
  }

  /**
   * The contributions of the largest absolute score, largest first, and the sum of all others as a
   * last one, if there are others.
   */
  public List<Contribution> top(int count) {
    return Totals.top(contributions, count, Contribution::size, this::sum);
  }

  private Contribution sum(String name, List<Contribution> rest) {
    List<Double> scores =
        Totals.of(
            Totals.zeros(scoreNames.size()), rest.stream().map(Contribution::scores).toList());
    return new Contribution(name, "", scores, List.of());
  }

  /** How the explanation of another row, or by another model, differs from this one. */
  public PredictionDifference diff(PredictionExplanation other) {
    return new PredictionDifference(this, other);
  }

  /** The prediction and a text table of the largest contributions, which sums up. */
  public String summarize(int top) {
    TextTable table = new TextTable(2);
    List<String> head = new ArrayList<>(List.of("term", "value"));
    scoreNames.forEach(name -> head.addAll(List.of(name, "+-")));
    table.line(head);
    table.line(line(new Contribution("intercept", "", intercept, List.of())));
    top(top).forEach(contribution -> table.line(line(contribution)));
    table.line(line(new Contribution("sum", "", scores(), List.of())));
    return "predicted " + predicted() + "\n" + table;
  }

  private String predicted() {
    String text = outputs.stream().map(Output::toString).collect(Collectors.joining(", "));
    return actual.map(observed -> text + "; actual: " + observed).orElse(text);
  }

  private static List<String> line(Contribution contribution) {
    List<String> line = new ArrayList<>(List.of(contribution.term(), contribution.value()));
    for (int k = 0; k < contribution.scores().size(); k++) {
      Measure measure = contribution.measure(k);
      line.add(NumberText.signed(measure.value()));
      line.add(NumberText.rounded(measure.deviation()));
    }
    return line;
  }

  @Override
  public String toString() {
    return summarize(SHOWN);
  }
}

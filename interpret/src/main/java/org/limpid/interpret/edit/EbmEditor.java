package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.edit.Reversals.Reversal;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.text.NumberText;

/**
 * Changes a model by hand, one readable step after the other. Immutable: every step gives a new
 * editor with a new model, whose provenance tells the step in a sentence.
 *
 * <pre>{@code
 * EbmModel edited =
 *     EbmEditor.of(model).remove("user").makeMonotone("gpus", Direction.INCREASING).model();
 * }</pre>
 *
 * <p>Each step changes the scores of the model and, the same way, those of every bag, so that the
 * deviations of an edited model are again those between its bags. Deviations of a changed term are
 * taken anew from the bags; where bags are not known, each step says what becomes of them.
 *
 * <p>Terms and categories go by name. A name that the model does not know, or a step that does not
 * fit its term, is a {@link org.limpid.files.DataException}.
 */
public final class EbmEditor {
  private final EbmModel model;

  private EbmEditor(EbmModel model) {
    this.model = model;
  }

  public static EbmEditor of(EbmModel model) {
    return new EbmEditor(model);
  }

  /** The model after all steps so far. */
  public EbmModel model() {
    return model;
  }

  /** Removes terms: predictions lose exactly their contributions. */
  public EbmEditor remove(String... terms) {
    List<Term> removed = EditProblems.requireTerms(model, List.of(terms));
    ModelDraft draft = new ModelDraft(model);
    draft.terms().removeAll(removed);
    return finish(draft, "removed " + String.join(", ", terms));
  }

  /** Multiplies the scores and deviations of a term by a finite factor. */
  public EbmEditor scale(String term, double factor) {
    if (!Double.isFinite(factor)) {
      throw EditProblems.of(term, Double.toString(factor), "expected a finite factor", "");
    }
    ModelDraft draft = new ModelDraft(model);
    change(
        draft,
        model.requireTerm(term),
        scores -> scaled(scores, factor),
        deviations -> scaled(deviations, Math.abs(factor)));
    return finish(
        draft, "multiplied the scores of %s by %s".formatted(term, NumberText.exact(factor)));
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /**
   * Sets the scores, one number or one per class, of a numeric feature's term from a value to below
   * another one; either may be infinite. Bins that the range cuts are split; their training weight
   * is divided by the density histogram of the feature. Deviations become 0 there.
   */
  public EbmEditor setScores(String term, double from, double to, double... scores) {
    Term main = EditProblems.requireMain(model, term);
    if (!(model.features().get(main.feature(0)) instanceof Feature.Numeric)) {
      throw EditProblems.of(term, "", "expected a numeric feature", "Maybe give categories.");
    }
    if (!(from < to)) {
      String found = "%s to %s".formatted(from, to);
      throw EditProblems.of(term, found, "expected a range", "Maybe the bounds were swapped.");
    }
    EditProblems.requireScores(model, term, scores);
    ModelDraft draft = new ModelDraft(model);
    int feature = main.feature(0);
    draft.refineMain(feature, DoubleStream.of(from, to).filter(Double::isFinite).toArray());
    CutBins bins = (CutBins) draft.feature(feature).bins(1);
    IntStream changed =
        IntStream.rangeClosed(1, bins.regularCount())
            .filter(bin -> (bin == 1 ? Double.NEGATIVE_INFINITY : bins.cut(bin - 2)) >= from)
            .filter(bin -> bin == 1 || bins.cut(bin - 2) < to);
    set(draft, draft.terms().get(draft.main(feature)), changed, scores);
    String range = "[%s, %s)".formatted(NumberText.exact(from), NumberText.exact(to));
    return finish(draft, "set the score of %s in %s to %s".formatted(term, range, text(scores)));
  }

  /**
   * Sets the scores of categories of a nominal or ordinal feature's term, one number or one per
   * class; deviations become 0.
   */
  public EbmEditor setScores(String term, List<String> categories, double... scores) {
    Term main = EditProblems.requireMain(model, term);
    Feature.Categorical feature = EditProblems.requireCategories(model, main, categories);
    String names = String.join(", ", categories);
    IntStream bins = categories.stream().mapToInt(c -> feature.categories().indexOf(c) + 1);
    return setBins(term, bins, names, scores);
  }

  /** Sets the score of missing values in the term of one feature; the deviation becomes 0. */
  public EbmEditor setMissing(String term, double... scores) {
    return setBins(term, IntStream.of(Bins.MISSING), "missing values", scores);
  }

  /** Sets the score of unseen categories in the term of one feature; the deviation becomes 0. */
  public EbmEditor setUnseen(String term, double... scores) {
    int unseen = EditProblems.requireMain(model, term).cellCount() - 1;
    return setBins(term, IntStream.of(unseen), "unseen values", scores);
  }

  private EbmEditor setBins(String term, IntStream bins, String what, double... scores) {
    Term main = EditProblems.requireMain(model, term);
    EditProblems.requireScores(model, term, scores);
    ModelDraft draft = new ModelDraft(model);
    set(draft, main, bins, scores);
    return finish(draft, "set the score of %s for %s to %s".formatted(term, what, text(scores)));
  }

  private static void set(ModelDraft draft, Term term, IntStream bins, double... scores) {
    int[] changed = bins.toArray();
    change(
        draft,
        term,
        old -> withBins(old, changed, scores),
        old -> old.length == 0 ? old : withBins(old, changed, new double[scores.length]));
  }

  private static double[] withBins(double[] old, int[] bins, double... scores) {
    double[] changed = old.clone();
    for (int bin : bins) {
      System.arraycopy(scores, 0, changed, bin * scores.length, scores.length);
    }
    return changed;
  }

  /**
   * Makes the term of a numeric or ordinal feature monotone: the closest monotone scores of its
   * regular bins, weighted by their training weights, by {@link IsotonicRegression}. The mean of
   * the term stays the same, missing and unseen values keep their scores, and pairs keep theirs.
   *
   * <p>A pair becomes monotone along the feature that its name begins with, whatever its order in
   * the model, for each bin of the other feature by itself. Where a feature and all its pairs are
   * monotone, so is every prediction; {@link Reversals} tells which are not.
   *
   * <p>Every bag is made monotone by itself, in the same direction: each bag then is a monotone
   * model, and the deviations tell how far these differ. The scores are those closest to the
   * model's former scores, which need not be the mean of the bags. Where bags are not known, the
   * deviations are dropped.
   */
  public EbmEditor makeMonotone(String term, Direction direction) {
    TermAxis axis = EditProblems.requireAxis(model, term);
    MonotoneTerm monotone = new MonotoneTerm(axis);
    Direction resolved = monotone.resolved(direction);
    ModelDraft draft = new ModelDraft(model);
    draft.replace(axis.term(), monotone.to(resolved, draft.bagWeights()));
    String along = axis.term().order() == 1 ? "" : " along " + axis.feature().name();
    String chosen = direction == Direction.AUTO ? " (chosen by its correlation)" : "";
    String name = resolved.name().toLowerCase(Locale.ROOT);
    return finish(draft, "made %s %s%s%s".formatted(term, name, along, chosen));
  }

  /**
   * Makes pairs monotone along a feature, not by {@link Direction#AUTO}, until the sum of all its
   * terms is: those that {@link Reversals} finds, one after the other.
   */
  public EbmEditor makePairsFollow(String feature, Direction direction) {
    EbmEditor editor = this;
    List<Reversal> found = Reversals.of(model, feature, direction);
    while (found.stream().anyMatch(Reversal::pair)) {
      for (Reversal reversal : found) {
        editor = reversal.pair() ? editor.makeMonotone(reversal.term(), direction) : editor;
      }
      found = Reversals.of(editor.model, feature, direction);
    }
    return editor;
  }

  /** Moves main effects out of pairs, see {@link Purification}. */
  public EbmEditor purify() {
    return new EbmEditor(Purification.of(model).model());
  }

  private static void change(
      ModelDraft draft,
      Term term,
      UnaryOperator<double[]> scores,
      UnaryOperator<double[]> deviations) {
    draft.replace(term, TermChange.scores(term, draft.bagWeights(), scores, deviations));
  }

  private static EbmEditor finish(ModelDraft draft, String edit) {
    return new EbmEditor(draft.finish(edit));
  }

  private static String text(double... scores) {
    return Arrays.stream(scores).mapToObj(NumberText::exact).collect(Collectors.joining(", "));
  }
}

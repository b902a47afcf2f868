package org.limpid.interpret.edit;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/**
 * A model whose pairs hold nothing but interaction, and what was moved to get there.
 *
 * <p>The main effects that hide in a pair are moved into the terms of its features and into the
 * intercept, until the mean of every row and every column of the pair is 0, weighted by the
 * training weight of the cells (functional analysis of variance). Predictions stay the same but for
 * rounding. The part that a feature's term receives has the mean 0 over the term's training
 * weights, so that a centred term stays centred.
 *
 * <p>A feature's term is cut where the bins of its pairs are, if they are not cut there already; a
 * feature without a term of its own gets one with the bins of its pairs. Rows and columns that no
 * training row fell into, such as those of unseen categories, are averaged with the weights of the
 * other feature alone. The bags are purified with the same weights; deviations are taken anew from
 * them, and dropped where bags are not known.
 *
 * <p>Source: Lengerich, Tan, Chang, Hooker and Caruana, "Purifying interaction effects with the
 * functional ANOVA", AISTATS 2020. Pairs of a feature with each other's mains only: terms of three
 * or more features are left alone.
 *
 * @param model the purified model
 * @param moved one per pair, in the order of the model
 */
public record Purification(EbmModel model, List<Moved> moved) {

  /**
   * What was moved out of a pair. All numbers are means over the scores of a cell where there is
   * more than one.
   *
   * @param pair name of the term
   * @param first its first feature
   * @param toFirst mean absolute effect, less its mean, moved to the first feature's term, weighted
   *     by the pair's training weights
   * @param second its second feature
   * @param toSecond the same for the second feature's term
   * @param toIntercept absolute value moved to the intercept
   * @param before mean absolute score of the pair, weighted, before
   * @param after mean absolute score of the pair, weighted, afterwards
   */
  public record Moved(
      String pair,
      String first,
      double toFirst,
      String second,
      double toSecond,
      double toIntercept,
      double before,
      double after) {}

  public Purification {
    moved = List.copyOf(moved);
  }

  /** Purifies all pairs of a model. */
  public static Purification of(EbmModel model) {
    ModelDraft draft = new ModelDraft(model);
    PairPurifier purifier = new PairPurifier(draft);
    List<Moved> moved =
        model.terms().stream()
            .filter(term -> term.order() == 2)
            .map(pair -> purifier.purify(pair, model.name(pair)))
            .toList();
    String names = moved.stream().map(Moved::pair).collect(Collectors.joining(", "));
    return moved.isEmpty()
        ? new Purification(model, moved)
        : new Purification(
            draft.finish("moved the main effects of pairs into single features: " + names), moved);
  }

  /** A text table of what was moved. */
  @Override
  public String toString() {
    TextTable table =
        new TextTable(1).line("pair", "before", "after", "to first", "to second", "to intercept");
    for (Moved pair : moved) {
      table.line(
          pair.pair(),
          NumberText.rounded(pair.before()),
          NumberText.rounded(pair.after()),
          NumberText.rounded(pair.toFirst()),
          NumberText.rounded(pair.toSecond()),
          NumberText.rounded(pair.toIntercept()));
    }
    return table.toString();
  }
}

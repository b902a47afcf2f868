package org.limpid.interpret.edit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
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
 * @param moved one per pair, in the order of the model
 */
public record Purification(EbmModel model, List<Moved> moved) {

  /**
   * What was moved out of a pair: mean absolute effects, less their mean and weighted by the pair's
   * training weights, to the terms of its features, the absolute value to the intercept, and the
   * mean absolute score of the pair, weighted, before and after. All are means over the scores of a
   * cell where there is more than one.
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

  /** Moves the main effects of pairs into the other terms of a draft. */
  private record PairPurifier(ModelDraft draft) {
    private static final int PAIR = 2;

    Moved purify(Term pair, String name) {
      EbmFeature first = draft.feature(pair.feature(0));
      EbmFeature second = draft.feature(pair.feature(1));
      TwoWayEffects table =
          new TwoWayEffects(pair.binWeights(), first.bins(PAIR).count(), second.bins(PAIR).count());
      PairEffects effects = PairEffects.of(table, pair.scores());
      PairEffects[] bags =
          Arrays.stream(pair.bagScores())
              .map(scores -> PairEffects.of(table, scores))
              .toArray(PairEffects[]::new);
      draft.replace(pair, rest(pair, effects, bags));
      double[] before = draft.intercept().clone();
      move(
          pair.feature(0),
          table.rowWeights(),
          effects.rows(),
          Arrays.stream(bags).map(PairEffects::rows).toArray(double[][]::new));
      move(
          pair.feature(1),
          table.columnWeights(),
          effects.columns(),
          Arrays.stream(bags).map(PairEffects::columns).toArray(double[][]::new));
      double[] after = draft.intercept();
      double toIntercept =
          IntStream.range(0, before.length)
              .mapToDouble(k -> Math.abs(after[k] - before[k]) / before.length)
              .sum();
      return new Moved(
          name,
          first.name(),
          meanAbsoluteEffect(table.rowWeights(), effects.rows()),
          second.name(),
          meanAbsoluteEffect(table.columnWeights(), effects.columns()),
          toIntercept,
          meanAbsolute(pair.binWeights(), pair.scores()),
          meanAbsolute(pair.binWeights(), effects.rest()));
    }

    private Term rest(Term pair, PairEffects effects, PairEffects... bags) {
      double[][] rests = Arrays.stream(bags).map(PairEffects::rest).toArray(double[][]::new);
      double[] deviations = BagDeviation.ofScores(rests, draft.bagWeights());
      return pair.withScores(effects.rest(), deviations, rests);
    }

    /** Effects are only known but for a constant: their mean is taken out. */
    private static double meanAbsoluteEffect(double[] weights, double[] effects) {
      int count = effects.length / weights.length;
      double total = Arrays.stream(weights).sum();
      double[] centred = effects.clone();
      for (int k = 0; k < count && total > 0; k++) {
        double sum = 0;
        for (int bin = 0; bin < weights.length; bin++) {
          sum += weights[bin] * effects[bin * count + k];
        }
        for (int bin = 0; bin < weights.length; bin++) {
          centred[bin * count + k] -= sum / total;
        }
      }
      return meanAbsolute(weights, centred);
    }

    private static double meanAbsolute(double[] weights, double[] scores) {
      int count = scores.length / weights.length;
      double total = 0;
      double weight = 0;
      for (int i = 0; i < scores.length; i++) {
        total += weights[i / count] * Math.abs(scores[i]);
        weight += weights[i / count];
      }
      return weight > 0 ? total / weight : 0;
    }

    /** Adds effects over the bins of a pair to the term of one feature and to the intercept. */
    private void move(int feature, double[] weights, double[] effects, double[]... bagEffects) {
      if (Arrays.stream(effects).allMatch(effect -> effect == 0)
          && Arrays.stream(bagEffects).flatMapToDouble(Arrays::stream).allMatch(e -> e == 0)) {
        return;
      }
      Bins pairBins = draft.feature(feature).bins(PAIR);
      if (draft.main(feature) < 0) {
        draft.insertMain(empty(feature, weights, effects.length, bagEffects.length), pairBins);
      } else if (pairBins instanceof CutBins cuts) {
        draft.refineMain(feature, cuts.cuts());
      }
      Term main = draft.terms().get(draft.main(feature));
      draft.replace(main, added(main, feature, pairBins, effects, bagEffects));
    }

    private static Term empty(int feature, double[] weights, int scoreCount, int bagCount) {
      return new Term(
          new int[] {feature},
          new double[scoreCount],
          new double[0],
          new double[bagCount][scoreCount],
          weights);
    }

    private Term added(
        Term main, int feature, Bins pairBins, double[] effects, double[]... bagEffects) {
      EbmFeature binned = draft.feature(feature);
      int[] source = BinMap.of(pairBins, binned.bins(1), binned.summary()).source();
      double[] scores = main.scores();
      add(scores, main.binWeights(), source, effects, draft.intercept());
      boolean known = bagEffects.length > 0 && main.hasBags();
      double[][] bags = known ? main.bagScores() : new double[0][];
      for (int bag = 0; bag < bags.length; bag++) {
        add(bags[bag], main.binWeights(), source, bagEffects[bag], draft.bagIntercepts()[bag]);
      }
      return main.withScores(scores, BagDeviation.ofScores(bags, draft.bagWeights()), bags);
    }

    /** Adds the effects less their mean to the scores, and their mean to the intercept. */
    private static void add(
        double[] scores, double[] weights, int[] source, double[] effects, double[] intercept) {
      int count = intercept.length;
      double total = Arrays.stream(weights).sum();
      for (int k = 0; k < count; k++) {
        double mean = 0;
        for (int bin = 0; bin < weights.length; bin++) {
          double weight = total > 0 ? weights[bin] / total : 1.0 / weights.length;
          mean += weight * effects[source[bin] * count + k];
        }
        for (int bin = 0; bin < weights.length; bin++) {
          scores[bin * count + k] += effects[source[bin] * count + k] - mean;
        }
        intercept[k] += mean;
      }
    }

    /**
     * The scores of a pair: effects of its first feature and of its second, bins x scores, and what
     * is left, cells x scores.
     */
    private record PairEffects(double[] rows, double[] columns, double[] rest) {

      static PairEffects of(TwoWayEffects table, double[] scores) {
        int rows = table.rowWeights().length;
        int columns = table.columnWeights().length;
        int count = scores.length / (rows * columns);
        PairEffects effects =
            new PairEffects(
                new double[rows * count], new double[columns * count], new double[scores.length]);
        for (int k = 0; k < count; k++) {
          TwoWayEffects.Parts split = table.split(every(scores, k, count));
          put(split.rows(), effects.rows, k, count);
          put(split.columns(), effects.columns, k, count);
          put(split.rest(), effects.rest, k, count);
        }
        return effects;
      }

      private static double[] every(double[] scores, int first, int step) {
        double[] some = new double[scores.length / step];
        for (int i = 0; i < some.length; i++) {
          some[i] = scores[first + i * step];
        }
        return some;
      }

      private static void put(double[] some, double[] scores, int first, int step) {
        for (int i = 0; i < some.length; i++) {
          scores[first + i * step] = some[i];
        }
      }
    }
  }
}

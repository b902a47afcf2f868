package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.text.QuotedNames;

/**
 * Where the sum of all terms of a feature goes against a direction. Between neighbouring values of
 * the feature, each term has a steepest jump over all bins of its other features; as these are
 * chosen freely, the sum of the steepest jumps is that of some row, unless three features meet.
 */
public final class Reversals {
  /** Relative to the jumps that add up to it, a sum below this is rounding. */
  private static final double ROUNDING = 1e-12;

  private final EbmModel model;
  private final int sign;
  private final Map<Double, Map<Term, Double>> jumps = new TreeMap<>();

  /**
   * A term of several features, called by its name with the feature first, that goes against the
   * direction: whether it has two features, by how much it does at most between neighbouring values
   * at which all terms of the feature together do, and where, the smallest number above that place
   * or the position of a category.
   */
  public record Reversal(String term, boolean pair, double most, double at) {}

  private Reversals(EbmModel model, int sign) {
    this.model = model;
    this.sign = sign;
  }

  /**
   * The terms that keep predictions from going one way, which is not {@link Direction#AUTO}, along
   * a feature; none if the model has no such feature.
   */
  public static List<Reversal> of(EbmModel model, String feature, Direction direction) {
    Reversals reversals = new Reversals(model, direction == Direction.INCREASING ? -1 : 1);
    for (Term term : model.terms()) {
      for (int axis = 0; axis < term.order(); axis++) {
        TermAxis along = TermAxis.of(model, term, axis);
        if (along.feature().name().equals(feature)) {
          reversals.add(along);
        }
      }
    }
    return reversals.found(feature);
  }

  private void add(TermAxis axis) {
    double[] scores = axis.term().scores();
    double[] steepest = new double[axis.bins().regularCount() - 1];
    Arrays.fill(steepest, Double.NEGATIVE_INFINITY);
    axis.forEachLine(line -> {
      double[] regular = axis.regular(scores, line);
      for (int i = 0; i < steepest.length; i++) {
        steepest[i] = Math.max(steepest[i], sign * (regular[i + 1] - regular[i]));
      }
    });
    for (int i = 0; i < steepest.length; i++) {
      double at = axis.bins() instanceof CutBins cuts ? cuts.cut(i) : i + 1;
      jumps.computeIfAbsent(at, _ -> new LinkedHashMap<>()).put(axis.term(), steepest[i]);
    }
  }

  private List<Reversal> found(String feature) {
    Map<Term, Reversal> worst = new LinkedHashMap<>();
    jumps.forEach((at, ofTerms) -> {
      if (isReversed(ofTerms.values())) {
        ofTerms.forEach((term, jump) -> {
          if (term.order() > 1 && jump > 0) {
            Reversal found = new Reversal(named(term, feature), term.order() == 2, jump, at);
            worst.merge(term, found, (a, b) -> a.most() >= b.most() ? a : b);
          }
        });
      }
    });
    return List.copyOf(worst.values());
  }

  private static boolean isReversed(Collection<Double> jumpsOfTerms) {
    double sum = 0;
    double size = 0;
    for (double jump : jumpsOfTerms) {
      sum += jump;
      size += Math.abs(jump);
    }
    return sum > ROUNDING * size;
  }

  private String named(Term term, String first) {
    List<String> names = new ArrayList<>(List.of(first));
    for (int position : term.features()) {
      String name = model.features().get(position).name();
      if (!name.equals(first)) {
        names.add(name);
      }
    }
    return QuotedNames.term(names);
  }
}

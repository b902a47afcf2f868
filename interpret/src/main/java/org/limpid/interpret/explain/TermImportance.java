package org.limpid.interpret.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.BagDeviation;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;

/**
 * How much a term matters: {@code sum(w * |score|) / sum(w)} over its cells, where w is the
 * training weight of a cell, and the largest minus the smallest score of the cells that training
 * rows fell into. Both by class, where a model has one score per class, else of one element, and as
 * means over the classes.
 */
public record TermImportance(
    String term,
    Measure meanAbsolute,
    Measure range,
    List<Measure> meanAbsoluteByClass,
    List<Measure> rangeByClass) {
  public TermImportance {
    Objects.requireNonNull(term, "term");
    meanAbsoluteByClass = List.copyOf(meanAbsoluteByClass);
    rangeByClass = List.copyOf(rangeByClass);
  }

  static List<TermImportance> allOf(EbmModel model) {
    Calculation calculation = new Calculation(model);
    return model.terms().stream().map(calculation::of).toList();
  }

  /** For example {@code hour: 1.5 +- 0.2, range 4.1 +- 0.4}. */
  @Override
  public String toString() {
    return "%s: %s, range %s".formatted(term, meanAbsolute, range);
  }

  /** Computes the importance of terms, and its spread over the bags. */
  private static final class Calculation {
    private final EbmModel model;
    private final double[] bagWeights;

    Calculation(EbmModel model) {
      this.model = model;
      bagWeights = model.bagWeights();
    }

    TermImportance of(Term term) {
      Cells cells = new Cells(term);
      return new TermImportance(
          model.name(term),
          measure(term, scores -> mean(term, k -> cells.meanAbsolute(scores, k))),
          measure(term, scores -> mean(term, k -> cells.range(scores, k))),
          byClass(term, (scores, k) -> cells.meanAbsolute(scores, k)),
          byClass(term, (scores, k) -> cells.range(scores, k)));
    }

    private interface ClassMeasure {
      double of(double[] scores, int index);
    }

    private List<Measure> byClass(Term term, ClassMeasure measure) {
      return IntStream.range(0, term.scoreCount())
          .mapToObj(k -> measure(term, scores -> measure.of(scores, k)))
          .toList();
    }

    /** A number taken from the scores, and from those of every bag. */
    private Measure measure(Term term, ToDoubleFunction<double[]> measure) {
      double[][] bags = term.bagScores();
      double deviation =
          bags.length == 0
              ? Double.NaN
              : BagDeviation.of(bag -> measure.applyAsDouble(bags[bag]), bagWeights);
      return new Measure(measure.applyAsDouble(term.scores()), deviation);
    }

    private static double mean(Term term, IntToDoubleFunction byClass) {
      double total = 0;
      for (int k = 0; k < term.scoreCount(); k++) {
        total += byClass.applyAsDouble(k);
      }
      return total / term.scoreCount();
    }

    /** The cells that count: those with training weight, or all of them where none has any. */
    private static final class Cells {
      private final int scoreCount;
      private final double[] weights;

      Cells(Term term) {
        scoreCount = term.scoreCount();
        weights = term.binWeights();
        if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
          Arrays.fill(weights, 1);
        }
      }

      double meanAbsolute(double[] scores, int index) {
        double total = 0;
        double weight = 0;
        for (int cell = 0; cell < weights.length; cell++) {
          total += weights[cell] * Math.abs(scores[cell * scoreCount + index]);
          weight += weights[cell];
        }
        return total / weight;
      }

      double range(double[] scores, int index) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < weights.length; cell++) {
          if (weights[cell] > 0) {
            lowest = Math.min(lowest, scores[cell * scoreCount + index]);
            highest = Math.max(highest, scores[cell * scoreCount + index]);
          }
        }
        return highest - lowest;
      }
    }
  }
}

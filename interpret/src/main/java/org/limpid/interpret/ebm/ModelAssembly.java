package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.limpid.interpret.ebm.boost.BinMatrix;
import org.limpid.interpret.ebm.boost.TermShape;
import org.limpid.interpret.ebm.boost.TrainingRows;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/**
 * Makes a model of what the bags learnt: centres every term, averages over the bags, and moves the
 * intercept so that predictions are right on average.
 */
final class ModelAssembly {
  private final BinnedData binned;
  private final TrainingRows rows;
  private final List<TermShape> shapes;
  private final double[] bagWeights;
  private final int scoreCount;

  ModelAssembly(BinnedData binned, TrainingRows rows, List<TermShape> shapes, double[] bagWeights) {
    this.binned = binned;
    this.rows = rows;
    this.shapes = shapes;
    this.bagWeights = bagWeights;
    scoreCount = rows.objective().scoreCount();
  }

  /**
   * Assembles the model from the constant that boosting began with, and for each bag and term its
   * scores, cells x scores, which are changed by this call.
   */
  EbmModel assemble(
      Task task,
      LinkFunction link,
      Optional<EbmModel.ResponseRange> clip,
      double[] start,
      List<double[][]> tables,
      Provenance provenance) {
    int bags = bagWeights.length;
    double[][] intercepts = new double[bags][];
    Arrays.setAll(intercepts, bag -> start.clone());
    List<Term> terms = new ArrayList<>();
    double[][] means = new double[shapes.size()][];
    for (int t = 0; t < shapes.size(); t++) {
      double[] weights = cellWeights(shapes.get(t));
      for (int bag = 0; bag < bags; bag++) {
        centre(tables.get(bag)[t], weights, intercepts[bag]);
      }
      Term term = average(t, tables, weights);
      means[t] = term.scores();
      terms.add(inOrderOfFeatures(term, shapes.get(t)));
    }
    double[] intercept = average(intercepts);
    new InterceptFit(rows, shapes, means).improve(intercept);
    terms.sort(Comparator.comparingInt(Term::order).thenComparing(Term::features, Arrays::compare));
    EbmModel model =
        new EbmModel(
            task,
            link,
            clip,
            binned.features(),
            terms,
            intercept,
            intercepts,
            bagWeights,
            provenance);
    return model.withOffset(binned.offset());
  }

  private double[] cellWeights(TermShape shape) {
    double[] weights = new double[shape.cellCount()];
    CellOfRow cell = new CellOfRow(rows.matrix(), shape);
    for (int row = 0; row < rows.rowCount(); row++) {
      weights[cell.of(row)] += rows.weights() == null ? 1 : rows.weights()[row];
    }
    return weights;
  }

  record CellOfRow(BinMatrix matrix, TermShape shape) {
    int of(int row) {
      int first = matrix.bin(shape.features()[0], row);
      if (shape.features().length == 1) {
        return first;
      }
      int second = matrix.bin(shape.features()[1], row);
      return shape.binsOfFine()[0][first] * shape.binCounts()[1] + shape.binsOfFine()[1][second];
    }
  }

  /**
   * Moves the weighted mean of each score into the intercept. Bins of missing and unseen values
   * that no row has get the score 0.
   */
  private void centre(double[] scores, double[] weights, double[] intercept) {
    double total = Arrays.stream(weights).sum();
    for (int k = 0; k < scoreCount; k++) {
      double sum = 0;
      for (int cell = 0; cell < weights.length; cell++) {
        sum += weights[cell] * scores[cell * scoreCount + k];
      }
      double mean = sum / total;
      for (int cell = 0; cell < weights.length; cell++) {
        scores[cell * scoreCount + k] -= mean;
      }
      intercept[k] += mean;
    }
  }

  private Term average(int t, List<double[][]> tables, double[] weights) {
    TermShape shape = shapes.get(t);
    int length = weights.length * scoreCount;
    double[][] bags = new double[bagWeights.length][];
    Arrays.setAll(bags, bag -> withoutEmpty(tables.get(bag)[t], shape, weights));
    double[] means = new double[length];
    Arrays.setAll(means, i -> BagDeviation.mean(bag -> bags[bag][i], bagWeights));
    double[] deviations = BagDeviation.ofScores(bags, bagWeights);
    return new Term(shape.features(), means, deviations, bags, weights);
  }

  /** Boosting gives empty bins of missing and unseen values the score of some neighbour. */
  private double[] withoutEmpty(double[] scores, TermShape shape, double[] weights) {
    int[] bins = shape.binCounts();
    int last = bins[bins.length - 1];
    for (int dimension = 0; dimension < bins.length; dimension++) {
      boolean inner = dimension == bins.length - 1;
      for (int bin : new int[] {0, bins[dimension] - 1}) {
        clearIfEmpty(
            scores,
            weights,
            inner ? bin : bin * last,
            inner ? last : 1,
            inner ? weights.length / last : last);
      }
    }
    return scores;
  }

  private void clearIfEmpty(double[] scores, double[] weights, int first, int stride, int count) {
    double weight = 0;
    for (int i = 0; i < count; i++) {
      weight += weights[first + i * stride];
    }
    for (int i = 0; weight == 0 && i < count; i++) {
      int at = (first + i * stride) * scoreCount;
      Arrays.fill(scores, at, at + scoreCount, 0);
    }
  }

  private double[] average(double[][] intercepts) {
    double[] mean = new double[scoreCount];
    Arrays.setAll(mean, k -> BagDeviation.mean(bag -> intercepts[bag][k], bagWeights));
    return mean;
  }

  /** Columns of the matrix become features of the model; a pair may have to change its sides. */
  private Term inOrderOfFeatures(Term term, TermShape shape) {
    int[] features = Arrays.stream(shape.features()).map(binned::featureOf).toArray();
    return Term.reordered(
        features,
        shape.binCounts(),
        term.scores(),
        term.deviations(),
        term.bagScores(),
        term.binWeights());
  }
}

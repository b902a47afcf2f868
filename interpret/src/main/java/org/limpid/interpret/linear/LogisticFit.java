package org.limpid.interpret.linear;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;

/**
 * Fits classes by Newton's method: minimises the sum of weight x log loss plus l2 / 2 x the sum of
 * squared standardised coefficients. Intercepts are not penalised. A step that does not lower this
 * is halved until it does. Not safe for several threads.
 *
 * <p>With three or more classes the same number could be added to all scores. Newton's steps leave
 * that direction alone: scores begin at 0, and their coefficients sum to 0 over the classes.
 */
final class LogisticFit {
  private static final int MOST_HALVINGS = 40;

  /** Largest change of a coefficient, relative to the largest one plus 1, that counts as none. */
  private static final double SETTLED = 1e-9;

  /** Rise of the loss, relative to it plus 1, that rounding may make and that does not count. */
  private static final double ROUNDING = 1e-12;

  private final double[][] columns;
  private final int[] codes;
  private final double[] weights;
  private final double l2;
  private final int scoreCount;
  private final int width;
  private final double[][] probabilities;
  private final double[] scores;
  private double loss;

  LogisticFit(DesignMatrix design, int[] used, Target.Classes target, double l2) {
    codes = target.codes();
    weights = design.weights();
    this.l2 = l2;
    width = used.length + 1;
    columns = new double[width][];
    columns[0] = new double[codes.length];
    Arrays.fill(columns[0], 1);
    for (int i = 1; i < width; i++) {
      columns[i] = design.columns().get(used[i - 1]).values();
    }
    scoreCount = LinearModel.scoreCount(target.task());
    scores = new double[scoreCount];
    probabilities = new double[scoreCount][codes.length];
  }

  /**
   * Standardised coefficients per score, the intercept of the means first; nothing if they did not
   * settle. An interrupted thread gets a {@link CancellationException}.
   */
  Optional<double[][]> fit(int mostSteps, TrainingMonitor monitor) {
    monitor.begin("fitting coefficients", mostSteps);
    double[] current = new double[scoreCount * width];
    loss = loss(current);
    for (int step = 0; step < mostSteps; step++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while fitting coefficients");
      }
      Optional<double[]> direction = Cholesky.solve(hessian(), gradient(current));
      if (direction.isEmpty()) {
        return Optional.empty();
      }
      current = improved(current, direction.get());
      monitor.advance(1);
      if (isSettled(current, direction.get())) {
        return Optional.of(perScore(current));
      }
    }
    return Optional.empty();
  }

  /** The coefficients after a step, which is halved until the loss does not rise. */
  private double[] improved(double[] current, double[] direction) {
    double[] next = moved(current, direction, 1);
    double nextLoss = loss(next);
    double share = 0.5;
    for (int i = 0; i < MOST_HALVINGS && !(nextLoss <= loss + ROUNDING * (1 + loss)); i++) {
      next = moved(current, direction, share);
      nextLoss = loss(next);
      share /= 2;
    }
    loss = nextLoss;
    return next;
  }

  private static boolean isSettled(double[] coefficients, double[] direction) {
    return largest(direction) <= SETTLED * (1 + largest(coefficients));
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  private static double[] moved(double[] from, double[] direction, double share) {
    double[] moved = new double[from.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = from[i] - share * direction[i];
    }
    return moved;
  }

  private double[][] perScore(double[] coefficients) {
    double[][] all = new double[scoreCount][];
    for (int k = 0; k < scoreCount; k++) {
      all[k] = Arrays.copyOfRange(coefficients, k * width, (k + 1) * width);
    }
    return all;
  }

  /** What is minimised; keeps the probabilities for gradient and Hessian. */
  private double loss(double[] coefficients) {
    double sum = 0;
    for (int row = 0; row < codes.length; row++) {
      Arrays.fill(scores, 0);
      for (int i = 0; i < width; i++) {
        for (int k = 0; k < scoreCount; k++) {
          scores[k] += coefficients[k * width + i] * columns[i][row];
        }
      }
      sum += weights[row] * rowLoss(row);
    }
    for (int i = 0; i < coefficients.length; i++) {
      sum += i % width == 0 ? 0 : l2 / 2 * coefficients[i] * coefficients[i];
    }
    return sum;
  }

  private double rowLoss(int row) {
    if (scoreCount == 1) {
      probabilities[0][row] = 1 / (1 + Math.exp(-scores[0]));
      double signed = codes[row] == 1 ? -scores[0] : scores[0];
      return Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)));
    }
    double rowLoss = logTotal(scores) - scores[codes[row]];
    LinkFunction.SOFTMAX.respond(scores, scores);
    for (int k = 0; k < scoreCount; k++) {
      probabilities[k][row] = scores[k];
    }
    return rowLoss;
  }

  private static double logTotal(double[] scores) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double total = 0;
    for (double score : scores) {
      total += Math.exp(score - highest);
    }
    return highest + Math.log(total);
  }

  private double[] gradient(double[] coefficients) {
    double[] gradient = new double[coefficients.length];
    double[] differences = new double[codes.length];
    for (int k = 0; k < scoreCount; k++) {
      int wanted = scoreCount == 1 ? 1 : k;
      for (int row = 0; row < codes.length; row++) {
        double truth = codes[row] == wanted ? 1 : 0;
        differences[row] = weights[row] * (probabilities[k][row] - truth);
      }
      for (int i = 0; i < width; i++) {
        double penalty = i == 0 ? 0 : l2 * coefficients[k * width + i];
        gradient[k * width + i] = LeastSquares.dot(differences, columns[i]) + penalty;
      }
    }
    return gradient;
  }

  private double[][] hessian() {
    double[][] hessian = new double[scoreCount * width][scoreCount * width];
    double[] curvature = new double[codes.length];
    for (int k = 0; k < scoreCount; k++) {
      for (int l = 0; l <= k; l++) {
        for (int row = 0; row < curvature.length; row++) {
          double other = (k == l ? 1 : 0) - probabilities[l][row];
          curvature[row] = weights[row] * probabilities[k][row] * other;
        }
        addBlock(hessian, k, l, curvature);
      }
    }
    return hessian;
  }

  private void addBlock(double[][] hessian, int k, int l, double[] curvature) {
    double[] scaled = new double[curvature.length];
    for (int i = 0; i < width; i++) {
      for (int row = 0; row < scaled.length; row++) {
        scaled[row] = curvature[row] * columns[i][row];
      }
      int last = k == l ? i : width - 1;
      for (int j = 0; j <= last; j++) {
        hessian[k * width + i][l * width + j] = LeastSquares.dot(scaled, columns[j]);
      }
      hessian[k * width + i][l * width + i] += penalty(i, k == l);
    }
  }

  /**
   * The second derivative of the penalty; for what is not penalised, a number in the direction that
   * changes all classes alike, in which the loss is flat.
   */
  private double penalty(int column, boolean sameScore) {
    boolean penalised = column > 0 && l2 > 0;
    if (penalised) {
      return sameScore ? l2 : 0;
    }
    return scoreCount > 1 ? (double) codes.length / scoreCount : 0;
  }

  /**
   * Solves systems with a symmetric positive definite matrix. Source: Golub and Van Loan, "Matrix
   * computations", 4th edition, section 4.2.
   */
  private static final class Cholesky {
    /** A pivot below this share of the diagonal means that the matrix is singular. */
    private static final double SINGULAR = 1e-14;

    private Cholesky() {}

    /**
     * The solution x of matrix x = right, or nothing if the matrix is not positive definite. Its
     * lower triangle is read, and replaced by the factor.
     */
    static Optional<double[]> solve(double[][] matrix, double[] right) {
      if (!decompose(matrix)) {
        return Optional.empty();
      }
      double[] solved = right.clone();
      for (int i = 0; i < solved.length; i++) {
        for (int j = 0; j < i; j++) {
          solved[i] -= matrix[i][j] * solved[j];
        }
        solved[i] /= matrix[i][i];
      }
      for (int i = solved.length - 1; i >= 0; i--) {
        for (int j = i + 1; j < solved.length; j++) {
          solved[i] -= matrix[j][i] * solved[j];
        }
        solved[i] /= matrix[i][i];
      }
      return Optional.of(solved);
    }

    private static boolean decompose(double[][] matrix) {
      for (int i = 0; i < matrix.length; i++) {
        double diagonal = matrix[i][i];
        for (int j = 0; j <= i; j++) {
          double sum = matrix[i][j];
          for (int k = 0; k < j; k++) {
            sum -= matrix[i][k] * matrix[j][k];
          }
          matrix[i][j] = j < i ? sum / matrix[j][j] : Math.sqrt(sum);
          if (j == i && !(sum > SINGULAR * diagonal)) {
            return false;
          }
        }
      }
      return true;
    }
  }
}

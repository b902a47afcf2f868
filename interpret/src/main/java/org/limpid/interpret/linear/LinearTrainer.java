package org.limpid.interpret.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.linear.DesignMatrix.DesignColumn;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * Trains linear models of numbers and logistic models of classes. Immutable.
 *
 * <p>Every column is standardised with its weighted mean and standard deviation; a category of a
 * nominal or ordinal feature is a column that is 1 in its rows and 0 in others; missing values
 * become the mean. With beta the standardised coefficients, minimised are
 *
 * <ul>
 *   <li>for a number the sum of weight x (target - prediction)^2 + l2 x sum of beta^2 (least
 *       squares; with {@code l2} above 0 ridge regression);
 *   <li>for classes the sum of weight x log loss + l2 / 2 x sum of beta^2, one score for two
 *       classes, one per class for more; {@code l2} is 1 / C in scikit-learn.
 * </ul>
 *
 * <p>A column that is the same in all rows has the coefficient 0. So has, when {@code l2} is 0, a
 * column that is a sum of others: the last of them in the order of the features, and the first of
 * the categories of a feature, which thereby is what the others are compared to. With {@code l2}
 * above 0 such columns share the effect.
 */
public final class LinearTrainer implements Trainer<LinearModel> {
  /** Strength of the penalty on the squares of the standardised coefficients. */
  public static final Parameter L2 =
      Parameter.number("l2", 0, 1e300, 1, "Penalty on squared standardised coefficients; 0: none");

  public static final Parameter MAX_ITER =
      Parameter.whole("max_iter", 1, 1_000_000, 100, "Most steps towards a logistic model");

  private final ParameterValues parameters;

  public LinearTrainer() {
    this(defaults());
  }

  public LinearTrainer(ParameterValues parameters) {
    this.parameters = parameters;
  }

  public static ParameterValues defaults() {
    return ParameterValues.defaults(L2, MAX_ITER);
  }

  private static final double LARGEST = 1e100;

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public LinearModel train(TrainingSet data, TrainingMonitor monitor) {
    TrainingChecks.check(data, 2, "one for a level and one for a slope");
    TrainingChecks.of(data).noLargerThan(LARGEST).throwIfAny();
    List<Feature> features = FeatureFinder.features(data);
    DesignMatrix design = new DesignMatrix(features, data);
    double l2 = parameters.number(L2);
    int[] used = l2 > 0 ? design.varying() : design.independent();
    double[][] fitted =
        switch (data.target()) {
          case Target.Numbers numbers ->
              new double[][] {LinearFit.of(design, used, numbers.values(), l2)};
          case Target.Classes classes -> logistic(data, design, used, classes, monitor);
        };
    return model(data, features, design, used, fitted);
  }

  private double[][] logistic(
      TrainingSet data,
      DesignMatrix design,
      int[] used,
      Target.Classes classes,
      TrainingMonitor monitor) {
    checkEveryClass(data, classes, design.weights());
    return new LogisticFit(design, used, classes, parameters.number(L2))
        .fit(parameters.whole(MAX_ITER), monitor)
        .orElseThrow(() -> new DataException(notSettled(data)));
  }

  private static void checkEveryClass(TrainingSet data, Target.Classes target, double[] weights) {
    double[] found = new double[target.classes().size()];
    for (int row = 0; row < weights.length; row++) {
      found[target.codes()[row]] += weights[row];
    }
    TrainingChecks checks = TrainingChecks.of(data);
    for (int k = 0; k < found.length; k++) {
      if (found[k] == 0) {
        checks.add(
            Problem.ofColumn(
                data.inputs().source(),
                target.name(),
                "expected rows of the class '%s', found none".formatted(target.classes().get(k)),
                "Maybe use more rows, or leave the class out."));
      }
    }
    checks.throwIfAny();
  }

  private Problem notSettled(TrainingSet data) {
    return Problem.ofColumn(
        data.inputs().source(),
        data.target().name(),
        "expected the coefficients to settle within %d steps; they did not"
            .formatted(parameters.whole(MAX_ITER)),
        "Maybe some columns tell a class without any error; then set l2 above 0.");
  }

  private LinearModel model(
      TrainingSet data,
      List<Feature> features,
      DesignMatrix design,
      int[] used,
      double[][] fitted) {
    double[][] standardised = new double[design.columns().size()][fitted.length];
    for (int i = 0; i < used.length; i++) {
      for (int k = 0; k < fitted.length; k++) {
        standardised[used[i]][k] = fitted[k][i + 1];
      }
    }
    double[] intercept = Arrays.stream(fitted).mapToDouble(score -> score[0]).toArray();
    List<LinearTerm> terms = new ArrayList<>();
    for (int i = 0; i < standardised.length; i++) {
      LinearTerm term = term(design.columns().get(i), standardised[i]);
      terms.add(term);
      for (int k = 0; k < intercept.length; k++) {
        intercept[k] -= term.coefficient(k) * term.mean();
      }
    }
    Provenance provenance = Provenance.of("linear", data, parameters.toMap(), 0);
    return new LinearModel(data.target().task(), features, terms, intercept, provenance);
  }

  private static LinearTerm term(DesignColumn column, double[] standardised) {
    double[] raw =
        Arrays.stream(standardised)
            .map(beta -> column.isConstant() ? 0 : beta / column.deviation())
            .toArray();
    return new LinearTerm(
        column.feature(), column.category(), column.mean(), column.deviation(), raw);
  }

  /**
   * Fits a number: minimises the sum of weight x (target - prediction)^2 plus l2 x the sum of
   * squared standardised coefficients. The intercept is not penalised.
   */
  private static final class LinearFit {
    private LinearFit() {}

    /** Standardised coefficients, the intercept of the means first. */
    static double[] of(DesignMatrix design, int[] used, double[] targets, double l2) {
      double[] weights = design.weights();
      double mean = LeastSquares.dot(weights, targets) / design.totalWeight();
      int rows = targets.length;
      int penalties = l2 > 0 ? used.length : 0;
      List<double[]> columns = new ArrayList<>();
      for (int i = 0; i < used.length; i++) {
        double[] values = design.columns().get(used[i]).values();
        double[] column = Arrays.copyOf(design.timesRootOfWeights(values), rows + penalties);
        if (l2 > 0) {
          column[rows + i] = Math.sqrt(l2);
        }
        columns.add(column);
      }
      double[] centred = Arrays.stream(targets).map(target -> target - mean).toArray();
      double[] right = Arrays.copyOf(design.timesRootOfWeights(centred), rows + penalties);
      double[] solved = new LeastSquares(columns).solve(right);
      double[] fitted = new double[used.length + 1];
      fitted[0] = mean;
      System.arraycopy(solved, 0, fitted, 1, solved.length);
      return fitted;
    }
  }
}

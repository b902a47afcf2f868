package org.limpid.interpret.ebm.objective;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.ClosestName;

/**
 * What boosting minimises: a loss of one row's target and score, with its derivatives by the score.
 *
 * <p>Arrays of scores, gradients and hessians are rows x scores per row. Targets are numbers, or
 * positions of classes. Immutable.
 */
public sealed interface Objective
    permits SquaredError, LogLoss, PinballLoss, PseudoHuber, ExponentialLoss {
  List<String> NAMES =
      List.of(
          ("rmse rmse_log1p mae quantile pseudo_huber "
                  + "poisson_deviance gamma_deviance tweedie_deviance log_loss")
              .split(" "));

  /**
   * The objective of a name, with an optional parameter: {@code quantile:alpha=0.9}. Throws an
   * {@code IllegalArgumentException} if the name or the parameter is unknown.
   */
  static Objective parse(String text) {
    String[] parts = text.strip().split(":", 2);
    ObjectiveParameter parameter = new ObjectiveParameter(text, parts.length > 1 ? parts[1] : "");
    return switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
      case "rmse" -> parameter.none(new SquaredError(false));
      case "rmse_log1p" -> parameter.none(new SquaredError(true));
      case "mae" -> parameter.none(new PinballLoss(0.5, 1));
      case "quantile" -> new PinballLoss(parameter.between("alpha", 0.5, 0, 1), 1);
      case "pseudo_huber" ->
          new PseudoHuber(parameter.between("delta", 1, 0, Double.POSITIVE_INFINITY));
      case "poisson_deviance" -> parameter.none(new Poisson());
      case "gamma_deviance" -> parameter.none(new Gamma());
      case "tweedie_deviance" -> new Tweedie(parameter.between("variance_power", 1.5, 1, 2));
      case "log_loss" -> parameter.none(new LogLoss(2));
      default ->
          throw new IllegalArgumentException(
              "objective: there is no '%s'. %s".formatted(text, ClosestName.hint(parts[0], NAMES)));
    };
  }

  default boolean isForClasses() {
    return false;
  }

  /** How many scores a row has: 1, or one per class for more than two classes. */
  default int scoreCount() {
    return 1;
  }

  /** What a target must be, as a clause, if this one may not be used; empty if it may. */
  default Optional<String> rejects(double target) {
    return Optional.empty();
  }

  /** The target on the scale on which it is learnt. */
  default double transformed(double target) {
    return target;
  }

  /**
   * The objective with constants that depend on the targets, such as their spread; weights may be
   * {@code null}.
   */
  default Objective fittedTo(double[] targets, double[] weights) {
    return this;
  }

  /** The best constant scores; weights are {@code null} if all rows count the same. */
  double[] initialScores(double[] targets, double[] weights);

  /** Derivatives of the loss for the rows {@code from} to {@code to - 1}. */
  void derivatives(
      float[] scores, double[] targets, float[] gradients, float[] hessians, int from, int to);

  /** The loss of a row, up to a constant. */
  double loss(float[] scores, double[] targets, int row);
}

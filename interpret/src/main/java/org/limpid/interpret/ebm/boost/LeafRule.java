package org.limpid.interpret.ebm.boost;

/**
 * How much a leaf moves scores, from the sums of gradients and hessians in it: a Newton step with
 * elastic-net regularisation, of at most {@code maxDelta} before the learning rate; 0: any.
 */
public record LeafRule(
    double learningRate,
    int minSamples,
    double minHessian,
    double alpha,
    double lambda,
    double maxDelta) {

  /** Whether gain and value are just G^2/H and -G/H. */
  boolean isPlain() {
    return alpha == 0 && lambda == 0 && maxDelta == 0;
  }

  /** The step, learning rate included: -G/H without regularisation. 0 for an empty leaf. */
  double value(double gradient, double hessian) {
    return learningRate * delta(gradient, hessian);
  }

  private double delta(double gradient, double hessian) {
    double regularised = hessian + lambda;
    if (!(regularised > 0)) {
      return 0;
    }
    double delta = -shrunk(gradient) / regularised;
    return maxDelta > 0 ? Math.clamp(delta, -maxDelta, maxDelta) : delta;
  }

  /** Twice the fall of the loss if the leaf moves: G^2/H without regularisation. */
  double gain(double gradient, double hessian) {
    double regularised = hessian + lambda;
    if (!(regularised > 0)) {
      return 0;
    }
    double shrunk = shrunk(gradient);
    if (maxDelta > 0) {
      double delta = delta(gradient, hessian);
      return -2 * shrunk * delta - regularised * delta * delta;
    }
    return shrunk * shrunk / regularised;
  }

  private double shrunk(double gradient) {
    if (alpha == 0) {
      return gradient;
    }
    return Math.signum(gradient) * Math.max(0, Math.abs(gradient) - alpha);
  }

  boolean allows(long samples, double hessian) {
    return samples >= minSamples && hessian >= minHessian && hessian > 0;
  }
}

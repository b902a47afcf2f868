package org.limpid.adaptation.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class AdamTest {
  /**
   * The first step is one rate long whatever the gradient. The second, after gradients 2 and -1:
   * mean (.9 x .2 - .1) / .19, square (.999 x .004 + .001) / .001999.
   */
  @Test
  void stepsByHand() {
    double[] weights = {1, 1};
    Adam adam = new Adam(2);
    adam.step(weights, new double[] {2, 0}, .1);
    assertEquals(.9, weights[0], 1e-8);
    assertEquals(1, weights[1]);
    adam.step(weights, new double[] {-1, 0}, .1);
    double mean = .08 / .19;
    double root = Math.sqrt(.004996 / .001999);
    assertEquals(.9 - .1 * mean / root, weights[0], 1e-8);
  }
}

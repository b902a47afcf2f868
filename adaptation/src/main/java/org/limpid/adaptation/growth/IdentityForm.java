package org.limpid.adaptation.growth;

import org.limpid.adaptation.network.Layer.BatchNormalization;

/** What the normalisation of a new block is at first, while what is trained stays as it was. */
public enum IdentityForm {
  /**
   * Its scale is the root of variance + ε, which undoes the division, as Net2Net asks for (Chen,
   * Goodfellow and Shlens, 2016, section 2.4): the network computes what it did before.
   */
  KEEPING {
    @Override
    double scale(double variance) {
      return StrictMath.sqrt(variance + BatchNormalization.EPSILON);
    }
  },

  /**
   * As the artifact has it, a fresh one: scale 1 and variance 1. It divides by the root of 1 + ε,
   * so that each new block makes what comes in smaller by 5e-6 of it.
   */
  PUBLISHED {
    @Override
    double scale(double variance) {
      return 1;
    }
  };

  abstract double scale(double variance);
}

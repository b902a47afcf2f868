package org.limpid.adaptation.learning;

/** What a policy is rewarded with. */
public final class Reward {
  private static final double SCALE = 100;

  private Reward() {}

  /**
   * The reward of an accuracy of 0..1: {@code 100 tan(a pi / 2)}, which is 100 at one half and
   * grows without bound towards 1.
   */
  public static double of(double accuracy) {
    return SCALE * StrictMath.tan(accuracy * Math.PI / 2);
  }
}

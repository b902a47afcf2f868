package org.limpid.data.generate;

import org.limpid.data.PairProfile;
import org.limpid.data.WorkloadProfile;

/**
 * How fast two workloads run on one GPU, relative to running alone.
 *
 * <p>With u the GPU utilisation, m the utilisation of the memory bandwidth (0..1) and s the latency
 * sensitivity, the rate of a next to b is
 *
 * <pre>
 * r(a|b) = min(1.05, C(a|b) / (1 + 0.6 max(0, m_a + m_b - 0.7)) (1 - s_a u_b) exp(0.04 z))
 * C(a|b) = 1 if u_a + u_b is at most 1, else (P + F) / 2
 * P = 1 / (u_a + u_b)                        capacity divided in proportion to demand
 * F = min(1, max(1/2, 1 - u_b) / u_a)        capacity divided fairly: half, or what b leaves
 * </pre>
 *
 * with z a standard normal: noise of a measurement of 4 %. P and F are the two ends of what time
 * slicing does, depending on the length of kernels; 0.7 is where queues at the memory begin to
 * form, 0.6 makes two workloads that each want the whole bandwidth lose 44 %. The rate exceeds 1 by
 * noise only, at most by 5 %. Because F, s and z differ between a and b, so do their rates.
 *
 * <p>Joint utilisations are min(100, a's x r(a|b) + b's x r(b|a)); the joint memory is the sum.
 */
final class PairModel {
  private static final double BANDWIDTH_KNEE = 0.7;
  private static final double BANDWIDTH_LOSS = 0.6;
  private static final double NOISE = 0.04;
  private static final double MAX_RATE = 1.05;

  private final RandomStream noise;

  PairModel(RandomStream noise) {
    this.noise = noise;
  }

  /** Profile of a pair; draws two numbers for the noise. */
  PairProfile measure(
      WorkloadProfile a, double sensitivityA, WorkloadProfile b, double sensitivityB) {
    double rateA = rounded(withNoise(rate(a, sensitivityA, b)), 1_000);
    double rateB = rounded(withNoise(rate(b, sensitivityB, a)), 1_000);
    return new PairProfile(
        a.workload(),
        b.workload(),
        rateA,
        rateB,
        joint(a.gpuUtilPercent() * rateA, b.gpuUtilPercent() * rateB),
        joint(a.memoryUtilPercent() * rateA, b.memoryUtilPercent() * rateB),
        a.memoryMib() + b.memoryMib());
  }

  /** Rate of {@code own} next to {@code other}, before noise: in (0, 1]. */
  static double rate(WorkloadProfile own, double sensitivity, WorkloadProfile other) {
    double capacity = capacity(own.gpuUtilPercent() / 100, other.gpuUtilPercent() / 100);
    double demand = (own.memoryUtilPercent() + other.memoryUtilPercent()) / 100;
    double bandwidth = 1 / (1 + BANDWIDTH_LOSS * Math.max(0, demand - BANDWIDTH_KNEE));
    return capacity * bandwidth * (1 - sensitivity * other.gpuUtilPercent() / 100);
  }

  private static double capacity(double own, double other) {
    if (own + other <= 1) {
      return 1;
    }
    double proportional = 1 / (own + other);
    double fair = Math.min(1, Math.max(0.5, 1 - other) / own);
    return (proportional + fair) / 2;
  }

  private double withNoise(double rate) {
    return Math.min(MAX_RATE, rate * StrictMath.exp(NOISE * noise.gaussian()));
  }

  private static double joint(double a, double b) {
    return rounded(Math.min(100, a + b), 1_000);
  }

  static double rounded(double value, double unitsPerOne) {
    return Math.rint(value * unitsPerOne) / unitsPerOne;
  }
}

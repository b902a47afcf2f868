package org.limpid.data.generate;

import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * How fast a workload trains on more or fewer GPUs: a parametric model with diminishing returns,
 * plausible and measured nowhere.
 *
 * <p>The global batch of B samples is the same on any number of GPUs. With m = B / n samples on
 * each of n GPUs an iteration takes
 *
 * <pre>
 *   T(n) = t(m) + c(n)
 *   t(m) = (m + b / 4) / (1.25 v)             computing, seconds
 *   c(n) = k t(b) (1 - 1 / n) (1 + log2(q))   communication, seconds
 * </pre>
 *
 * <p>where b is the batch size per GPU at which one GPU trains v samples per second, so that t(b) =
 * b / v: a fifth of the time is there with any batch. The sum of gradients over a ring sends 2 (1 -
 * 1 / n) times the model through each GPU, and over q nodes takes longer by each doubling of q. The
 * share k, log-uniform from 0.02 to 0.4, is drawn by seed and name of the model: models differ in
 * how much they send. Throughput is 1 / T(n), and 0 on more GPUs than there are samples. Immutable.
 */
final class ScalingLaw {
  private static final double FIXED_BATCH_SHARE = 0.25;
  private static final double LEAST_COMMUNICATION = 0.02;
  private static final double MOST_COMMUNICATION = 0.4;

  private final int gpusPerNode;
  private final long seed;

  /**
   * @param gpusPerNode of the cluster
   * @param seed of the shares of communication
   */
  ScalingLaw(int gpusPerNode, long seed) {
    this.gpusPerNode = gpusPerNode;
    this.seed = seed;
  }

  /**
   * Throughput of a workload whose user asks for some number of GPUs, on another one.
   *
   * @param profile the workload on one GPU
   * @param askedGpus GPUs with the batch of the workload on each, at least 1
   * @param gpus at least 1
   * @return iterations per second; 0 where each GPU has less than a sample
   */
  double iterationsPerSecond(WorkloadProfile profile, int askedGpus, int gpus) {
    double batch = profile.workload().batchSize();
    double samples = batch * askedGpus / gpus;
    if (samples < 1) {
      return 0;
    }
    double fixed = FIXED_BATCH_SHARE * batch;
    double computing = (samples + fixed) / ((1 + FIXED_BATCH_SHARE) * profile.speed());
    double nodes = Math.ceilDiv(gpus, gpusPerNode);
    double communication =
        communicationShare(profile.workload())
            * (batch / profile.speed())
            * (1 - 1.0 / gpus)
            * (1 + StrictMath.log(nodes) / StrictMath.log(2));
    return 1 / (computing + communication);
  }

  private double communicationShare(Workload workload) {
    double drawn = RandomStream.unit(RandomStream.mix(RandomStream.mix(seed, workload.model())));
    return LEAST_COMMUNICATION * StrictMath.pow(MOST_COMMUNICATION / LEAST_COMMUNICATION, drawn);
  }
}

package org.limpid.experiment.adaptation;

/**
 * What trainings in a cluster reached, and at what price.
 *
 * @param policy that scheduled them
 * @param grant what they got beyond the time that they asked for
 * @param growth what they did with it
 * @param jobs how many
 * @param meanJctSeconds from submission until the GPU is given back
 * @param meanWaitSeconds from submission to the start
 * @param gpuHours of all jobs
 * @param grantedHours of these, beyond what was asked for
 * @param startAccuracy mean over the jobs, without any grant
 * @param accuracy mean over the jobs
 */
public record GrowthOutcome(
    String policy,
    GrantRule grant,
    GrowthChoice growth,
    int jobs,
    double meanJctSeconds,
    double meanWaitSeconds,
    double gpuHours,
    double grantedHours,
    double startAccuracy,
    double accuracy) {

  /** The accuracies of all jobs, summed, for each GPU-hour that they took. */
  public double accuracyPerGpuHour() {
    return jobs * accuracy / gpuHours;
  }

  /** What all jobs gained, summed, for each GPU-hour granted; NaN: nothing was granted. */
  public double gainPerGrantedHour() {
    return grantedHours == 0 ? Double.NaN : jobs * (accuracy - startAccuracy) / grantedHours;
  }
}

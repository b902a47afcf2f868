package org.limpid.reference.synergy;

/**
 * Amounts of what a server has, or a job wants.
 *
 * <p>The artifact counts the bandwidth of the network, too, but never takes any of it, so it can't
 * be short of it; here it is left out.
 *
 * @param gpus GPUs
 * @param cpus logical processors
 * @param memoryGb main memory, GB
 * @param storageMbps bandwidth of the storage, MB/s
 */
public record Resources(double gpus, double cpus, double memoryGb, double storageMbps) {
  static final Resources NONE = new Resources(0, 0, 0, 0);

  Resources plus(Resources other) {
    return new Resources(
        gpus + other.gpus,
        cpus + other.cpus,
        memoryGb + other.memoryGb,
        storageMbps + other.storageMbps);
  }

  Resources minus(Resources other) {
    return new Resources(
        gpus - other.gpus,
        cpus - other.cpus,
        memoryGb - other.memoryGb,
        storageMbps - other.storageMbps);
  }

  Resources times(double factor) {
    return new Resources(gpus * factor, cpus * factor, memoryGb * factor, storageMbps * factor);
  }

  Resources dividedBy(double divisor) {
    return new Resources(gpus / divisor, cpus / divisor, memoryGb / divisor, storageMbps / divisor);
  }

  /** What is above 0 of each. */
  Resources aboveZero() {
    return new Resources(
        Math.max(0, gpus), Math.max(0, cpus), Math.max(0, memoryGb), Math.max(0, storageMbps));
  }

  /** Whether there is nothing of any of them. */
  boolean isNone() {
    return gpus == 0 && cpus == 0 && memoryGb == 0 && storageMbps == 0;
  }

  /** Whether these are at most the others in each. */
  boolean fitsIn(Resources others) {
    return gpus <= others.gpus
        && cpus <= others.cpus
        && memoryGb <= others.memoryGb
        && storageMbps <= others.storageMbps;
  }
}

package org.limpid.simulation.host;

import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;

/**
 * Amounts of what a node has beside its GPUs. They are whole numbers, so that sums are exact.
 *
 * @param cpuMillis thousandths of a logical processor
 * @param memoryMib main memory, MiB
 */
public record Supply(long cpuMillis, long memoryMib) {
  /** Nothing. */
  public static final Supply NONE = new Supply(0, 0);

  private static final double MILLIS_PER_CPU = 1000;
  private static final double MIB_PER_GB = 1024;

  /** Processors and GB of 1,024 MiB, rounded to the nearest unit. */
  public static Supply of(double cpus, double memoryGb) {
    return new Supply(Math.round(cpus * MILLIS_PER_CPU), Math.round(memoryGb * MIB_PER_GB));
  }

  /**
   * Reads what {@link #save} has written.
   *
   * @throws IllegalStateException if it is something else
   */
  static Supply restored(ByteReader in) {
    return new Supply(in.takeSigned(), in.takeSigned());
  }

  void save(ByteWriter out) {
    out.putSigned(cpuMillis);
    out.putSigned(memoryMib);
  }

  /** Logical processors. */
  public double cpus() {
    return cpuMillis / MILLIS_PER_CPU;
  }

  /** Memory, GB of 1,024 MiB. */
  public double memoryGb() {
    return memoryMib / MIB_PER_GB;
  }

  /** Both together. */
  public Supply plus(Supply other) {
    return new Supply(cpuMillis + other.cpuMillis, memoryMib + other.memoryMib);
  }

  /** The rest of each; below 0 where there is more of the other. */
  public Supply minus(Supply other) {
    return new Supply(cpuMillis - other.cpuMillis, memoryMib - other.memoryMib);
  }

  /** So many times as much. */
  public Supply times(int factor) {
    return new Supply(cpuMillis * factor, memoryMib * factor);
  }

  /** An equal part of it, rounded down. */
  Supply part(int parts) {
    return new Supply(cpuMillis / parts, memoryMib / parts);
  }

  /** The smaller amount of each. */
  public Supply atMost(Supply other) {
    return new Supply(Math.min(cpuMillis, other.cpuMillis), Math.min(memoryMib, other.memoryMib));
  }

  /** The larger amount of each. */
  Supply atLeast(Supply other) {
    return new Supply(Math.max(cpuMillis, other.cpuMillis), Math.max(memoryMib, other.memoryMib));
  }

  /** What is above 0 of each. */
  Supply aboveZero() {
    return new Supply(Math.max(0, cpuMillis), Math.max(0, memoryMib));
  }

  /** Whether this is at most the other in each. */
  public boolean fitsIn(Supply other) {
    return cpuMillis <= other.cpuMillis && memoryMib <= other.memoryMib;
  }

  /** Whether it has some of what is needed. */
  boolean helps(Supply need) {
    return (cpuMillis > 0 && need.cpuMillis > 0) || (memoryMib > 0 && need.memoryMib > 0);
  }
}

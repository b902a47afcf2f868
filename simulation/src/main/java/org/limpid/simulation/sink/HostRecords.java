package org.limpid.simulation.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the jobs of a run had of CPUs and memory while they ran: means over their time on GPUs. One
 * entry per row of the trace; several virtual clusters write disjoint rows. A job that did not run
 * has blanks.
 */
public final class HostRecords {
  private static final double MIB_PER_GB = 1024;

  private final double[] seconds;
  private final double[][] sums = new double[Sum.values().length][];
  private final long[] demotions;

  /** What is added up over time. */
  private enum Sum {
    CPUS_DEMANDED,
    CPUS_ALLOCATED,
    CPUS_USED,
    HOST_MEMORY_DEMANDED_MIB,
    HOST_MEMORY_ALLOCATED_MIB,
    HOST_MEMORY_USED_MIB,
    SUPPLY_SPEED;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Records of so many jobs in which nothing stands yet. */
  public HostRecords(int size) {
    seconds = new double[size];
    demotions = new long[size];
    Arrays.setAll(sums, _ -> new double[size]);
  }

  /** A job had a share for some time. */
  void add(int row, long duration, HostShare share) {
    seconds[row] += duration;
    add(Sum.CPUS_DEMANDED, row, duration * share.wanted().cpus());
    add(Sum.CPUS_ALLOCATED, row, duration * share.given().cpus());
    add(Sum.CPUS_USED, row, duration * share.used().cpus());
    add(Sum.HOST_MEMORY_DEMANDED_MIB, row, duration * share.wanted().memoryGb() * MIB_PER_GB);
    add(Sum.HOST_MEMORY_ALLOCATED_MIB, row, duration * share.given().memoryGb() * MIB_PER_GB);
    add(Sum.HOST_MEMORY_USED_MIB, row, duration * share.used().memoryGb() * MIB_PER_GB);
    add(Sum.SUPPLY_SPEED, row, duration * share.speed());
  }

  private void add(Sum sum, int row, double amount) {
    sums[sum.ordinal()][row] += amount;
  }

  /** A job was demoted to its fair share. */
  void demoted(int row) {
    demotions[row]++;
  }

  /** The means and the number of demotions, as columns; to be called when all jobs have ended. */
  public List<JobColumn> columns() {
    List<JobColumn> columns = new ArrayList<>();
    for (Sum sum : Sum.values()) {
      double[] means = new double[seconds.length];
      Arrays.setAll(means, row -> sums[sum.ordinal()][row] / seconds[row]);
      columns.add(new JobColumn.Decimal(sum.column(), means));
    }
    columns.add(new JobColumn.Whole("demotions", demotions));
    return columns;
  }
}

package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;
import org.limpid.reference.synergy.SpeedChoice.Group;
import org.limpid.reference.synergy.SpeedChoice.Option;

/**
 * The best choice by dynamic programming: for each amount of CPUs and memory that may be left, the
 * largest sum of speeds of the jobs so far. All is counted in whole numbers, so the result is
 * exact: CPUs and memory above what each job takes at least, in steps that divide all of them, and
 * millionths of speeds.
 *
 * <p>With J jobs of O options and C x M amounts it takes J x O x C x M steps and J x C x M bytes;
 * jobs with one option take none. ojAlgo 56.2.1 was no choice: it found small programs infeasible
 * that were not.
 */
final class SpeedKnapsack {
  /** Parts of a CPU and of a GB that tables tell apart. */
  private static final double PARTS = 1000;

  private static final double SPEED_PARTS = 1e6;

  private final List<Group> groups;
  private final long cpuStep;
  private final long memoryStep;
  private final int cpusLeft;
  private final int memoryLeft;

  /** The largest sum by amounts, {@code cpus x (memoryLeft + 1) + memory}. */
  private final long[] sums;

  /** By job with a choice, the option that it takes by amounts. */
  private final List<byte[]> taken = new ArrayList<>();

  SpeedKnapsack(List<Group> groups, Resources total) {
    this.groups = groups;
    double cpus = total.cpus();
    double memoryGb = total.memoryGb();
    long cpuDivisor = 0;
    long memoryDivisor = 0;
    for (Group group : groups) {
      cpus -= group.size() * group.fewestCpus();
      memoryGb -= group.size() * group.leastMemoryGb();
      for (Option option : group.options()) {
        cpuDivisor = commonDivisor(cpuDivisor, parts(option.cpus() - group.fewestCpus()));
        memoryDivisor =
            commonDivisor(memoryDivisor, parts(option.memoryGb() - group.leastMemoryGb()));
      }
    }
    cpuStep = Math.max(1, cpuDivisor);
    memoryStep = Math.max(1, memoryDivisor);
    cpusLeft = (int) Math.min(parts(cpus) / cpuStep, most(true));
    memoryLeft = (int) Math.min(parts(memoryGb) / memoryStep, most(false));
    sums = new long[Math.multiplyExact(cpusLeft + 1, memoryLeft + 1)];
  }

  private static long parts(double amount) {
    return Math.round(amount * PARTS);
  }

  private static long commonDivisor(long one, long other) {
    return other == 0 ? one : commonDivisor(other, one % other);
  }

  /** All that the jobs could take above their least. */
  private long most(boolean ofCpus) {
    return groups.stream()
        .mapToLong(group ->
            group.size()
                * group.options().stream()
                    .mapToLong(option -> ofCpus ? cpus(group, option) : memory(group, option))
                    .max()
                    .orElseThrow())
        .sum();
  }

  private int cpus(Group group, Option option) {
    return (int) (parts(option.cpus() - group.fewestCpus()) / cpuStep);
  }

  private int memory(Group group, Option option) {
    return (int) (parts(option.memoryGb() - group.leastMemoryGb()) / memoryStep);
  }

  /** A choice for each job of each group. */
  List<List<Option>> solve() {
    for (Group group : groups) {
      for (int job = 0; job < group.size() && group.options().size() > 1; job++) {
        addJob(group);
      }
    }
    return choices();
  }

  /** Downwards, so that no amount sees the job twice. */
  private void addJob(Group group) {
    int options = group.options().size();
    int[] cpus = group.options().stream().mapToInt(option -> cpus(group, option)).toArray();
    int[] memory = group.options().stream().mapToInt(option -> memory(group, option)).toArray();
    long[] speeds =
        group.options().stream()
            .mapToLong(option -> Math.round(option.speed() * SPEED_PARTS))
            .toArray();
    byte[] chosen = new byte[sums.length];
    for (int c = cpusLeft; c >= 0; c--) {
      for (int m = memoryLeft; m >= 0; m--) {
        long best = Long.MIN_VALUE;
        byte choice = 0;
        for (byte option = 0; option < options; option++) {
          if (cpus[option] <= c && memory[option] <= m) {
            long before = sums[at(c - cpus[option], m - memory[option])];
            if (before != Long.MIN_VALUE && before + speeds[option] > best) {
              best = before + speeds[option];
              choice = option;
            }
          }
        }
        sums[at(c, m)] = best;
        chosen[at(c, m)] = choice;
      }
    }
    taken.add(chosen);
  }

  private int at(int cpus, int memory) {
    return cpus * (memoryLeft + 1) + memory;
  }

  /** Goes back from the last job, with all that there is, to the first. */
  private List<List<Option>> choices() {
    List<List<Option>> choices = new ArrayList<>();
    int c = cpusLeft;
    int m = memoryLeft;
    int job = taken.size();
    for (Group group : groups.reversed()) {
      List<Option> ofGroup = new ArrayList<>();
      for (int i = 0; i < group.size(); i++) {
        Option option = group.options().getFirst();
        if (group.options().size() > 1) {
          option = group.options().get(taken.get(--job)[at(c, m)]);
          c -= cpus(group, option);
          m -= memory(group, option);
        }
        ofGroup.add(option);
      }
      choices.addFirst(ofGroup);
    }
    return choices;
  }
}

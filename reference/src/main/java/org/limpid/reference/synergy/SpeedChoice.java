package org.limpid.reference.synergy;

import java.util.Comparator;
import java.util.List;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;

/**
 * Chooses a cell of its speed table for each job, so that the sum of the speeds is the largest that
 * all CPUs and memory allow and no job is slower than with its fair share. This is the integer
 * program of the artifact with a 0-1 variable for each job and cell: a knapsack with two limits, of
 * whose things one of each kind is taken. {@link SpeedKnapsack} solves it exactly.
 */
final class SpeedChoice {
  private SpeedChoice() {}

  /**
   * One cell for a job.
   *
   * @param speed compared with the fair share of the table
   * @param cpus of all its GPUs
   * @param memoryGb of all its GPUs
   */
  record Option(double speed, double cpus, double memoryGb) {
    private static Option of(SpeedTable.Cell cell, int gpus) {
      return new Option(cell.speed(), cell.cpus() * gpus, cell.memoryGb() * gpus);
    }
  }

  /**
   * Jobs that are alike.
   *
   * @param size how many, at least 1
   * @param options those worth a choice; one at least costs no more than the fair share
   */
  record Group(int size, List<Option> options) {
    Group {
      options = List.copyOf(options);
    }

    /**
     * The options of jobs of one model.
     *
     * @throws IllegalArgumentException if its table has no cell for the fair share
     */
    static Group of(ResourceProfile profile, int gpus, int size, SynergyCluster cluster) {
      double fair = fairSpeed(profile, cluster.fairShare());
      return new Group(
          size,
          profile.speeds().choices(fair).stream().map(cell -> Option.of(cell, gpus)).toList());
    }

    private static double fairSpeed(ResourceProfile profile, Resources fair) {
      SpeedTable table = profile.speeds();
      int row = table.rowOf(fair.cpus());
      int column = table.columnOf(fair.memoryGb());
      if (row < 0 || column < 0) {
        throw new IllegalArgumentException(
            "the speeds of %s have no cell for a fair share of %s CPUs and %s GB"
                .formatted(profile.model(), fair.cpus(), fair.memoryGb()));
      }
      return table.speed(row, column);
    }

    /** Fewest CPUs of any option. */
    double fewestCpus() {
      return options.stream().mapToDouble(Option::cpus).min().orElseThrow();
    }

    /** Least memory of any option, GB. */
    double leastMemoryGb() {
      return options.stream().mapToDouble(Option::memoryGb).min().orElseThrow();
    }
  }

  /**
   * The best choice; of equally good ones always the same.
   *
   * @param groups whose jobs have enough with their fair shares
   * @return a choice for each job of each group, the fastest first
   */
  static List<List<Option>> best(List<Group> groups, SynergyCluster cluster) {
    List<List<Option>> best = new SpeedKnapsack(groups, cluster.total()).solve();
    best.forEach(chosen -> chosen.sort(Comparator.comparing(Option::speed).reversed()));
    return best;
  }
}

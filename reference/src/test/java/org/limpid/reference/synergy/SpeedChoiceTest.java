package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;
import org.limpid.reference.synergy.SpeedChoice.Group;
import org.limpid.reference.synergy.SpeedChoice.Option;

/** One server of 4 GPUs, 8 CPUs and 40 GB: 2 CPUs and 10 GB for a GPU. */
class SpeedChoiceTest {
  private static final SynergyCluster CLUSTER = new SynergyCluster(1, new Resources(4, 8, 40, 500));
  private static final double[] CPUS = {1, 2, 4};
  private static final double[] MEMORY_GB = {5, 10, 20};

  /** Two of the CPUs that the frugal job leaves make one of the two others fast. */
  @Test
  void speedGoesWhereCpusAreLeft() {
    Group frugal = group(2, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
    Group greedy = group(2, new double[][] {{.5, .5, .5}, {.9, 1, 1}, {.9, 3, 3}});
    List<List<Option>> chosen = SpeedChoice.best(List.of(frugal, greedy), CLUSTER);
    assertEquals(List.of(1.0, 1.0), chosen.get(0).stream().map(Option::speed).toList());
    assertEquals(List.of(3.0, 1.0), chosen.get(1).stream().map(Option::speed).toList());
  }

  @Test
  void choicesThatCostMoreAndGiveNoMoreAreLeftOut() {
    Group group = group(1, new double[][] {{.5, .5, .5}, {.9, 1, 1}, {1, 2, 2}});
    assertEquals(
        List.of(new Option(1, 2, 10), new Option(1, 4, 5), new Option(2, 4, 10)), group.options());
  }

  @Test
  void theFairShareMustBeMeasured() {
    ResourceProfile profile = profile(SpeedTable.EMPTY);
    assertThrows(IllegalArgumentException.class, () -> Group.of(profile, 1, 1, CLUSTER));
  }

  /** Against all choices of all jobs. */
  @Test
  void noOtherChoiceIsBetter() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      List<Group> groups = new ArrayList<>();
      for (int left = 4; left > 0; ) {
        int size = 1 + random.nextInt(left);
        groups.add(group(size, speeds(random)));
        left -= size;
      }
      double best =
          SpeedChoice.best(groups, CLUSTER).stream()
              .flatMap(List::stream)
              .mapToDouble(Option::speed)
              .sum();
      List<Group> jobs = new ArrayList<>();
      groups.forEach(group -> {
        for (int i = 0; i < group.size(); i++) {
          jobs.add(group);
        }
      });
      assertEquals(byHand(jobs, 0, 8, 40), best, 1e-9);
    }
  }

  private static double byHand(List<Group> jobs, int job, double cpus, double memoryGb) {
    if (cpus < 0 || memoryGb < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (job == jobs.size()) {
      return 0;
    }
    return jobs.get(job).options().stream()
        .mapToDouble(option ->
            option.speed()
                + byHand(jobs, job + 1, cpus - option.cpus(), memoryGb - option.memoryGb()))
        .max()
        .orElseThrow();
  }

  /** Speeds with two decimals that do not fall with CPUs or memory. */
  private static double[][] speeds(Random random) {
    double[][] speeds = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double before =
            Math.max(
                row == 0 ? 0 : speeds[row - 1][column], column == 0 ? 0 : speeds[row][column - 1]);
        speeds[row][column] = before + random.nextInt(100) / 100.0;
      }
    }
    return speeds;
  }

  private static Group group(int size, double[][] speeds) {
    return Group.of(profile(new SpeedTable(CPUS, MEMORY_GB, speeds)), 1, size, CLUSTER);
  }

  private static ResourceProfile profile(SpeedTable speeds) {
    return new ResourceProfile("model", 4, 20, 1, 2, speeds);
  }
}

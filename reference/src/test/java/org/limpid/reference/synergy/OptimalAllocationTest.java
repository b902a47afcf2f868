package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;
import org.limpid.reference.synergy.OptimalAllocation.Given;

final class OptimalAllocationTest {
  private static final double EPSILON = 1e-9;

  /** Two servers of 3 GPUs, 6 CPUs and 30 GB: 2 CPUs and 10 GB for a GPU. */
  private static final SynergyCluster SMALL = new SynergyCluster(2, new Resources(3, 6, 30, 500));

  private static final ResourceProfile KEEN = oneMemory("keen", 5, .5, 1, 3);
  private static final ResourceProfile FRUGAL = oneMemory("frugal", 1, 1, 1, 1);

  /** Speeds with 1, 2 and 5 CPUs for a GPU, and 10 GB. */
  private static ResourceProfile oneMemory(String name, double cpus, double... speeds) {
    SpeedTable table =
        new SpeedTable(
            new double[] {1, 2, 5},
            new double[] {10},
            Arrays.stream(speeds).mapToObj(speed -> new double[] {speed}).toArray(double[][]::new));
    return new ResourceProfile(name, cpus, 10, 1, speeds[2], table);
  }

  private static OptimalAllocation of(SynergyCluster cluster, ResourceProfile... profiles) {
    List<SynergyJob> jobs = new ArrayList<>();
    for (ResourceProfile profile : profiles) {
      jobs.add(new SynergyJob(jobs.size(), profile, 0, 1, 1));
    }
    return OptimalAllocation.of(jobs, cluster, _ -> {});
  }

  /** 5 CPUs for each keen job and 1 for each frugal one: all 12, 6 on each server. */
  @Test
  void cpusGoWhereTheyMakeFast() {
    OptimalAllocation found = of(SMALL, FRUGAL, KEEN, KEEN, FRUGAL);
    assertEquals(1 + 3 + 3 + 1, found.ideal());
    assertEquals(found.ideal(), found.placed());
    assertEquals(
        List.of(1.0, 5.0, 5.0, 1.0),
        found.jobs().stream().map(given -> given.resources().cpus()).toList());
    assertEquals(
        List.of(0, 0, 1, 1),
        found.jobs().stream().map(given -> given.shares().getFirst().server()).toList());
    assertEquals(new OptimalAllocation.Sizes(2, 4 * 3, 2 * 1 + 2 * 2), found.sizes());
  }

  /**
   * With two frugal jobs more, all six GPUs have a job. On one large server 5 + 2 + 4 of 12 CPUs
   * would do, but with 5 of the 6 CPUs of a server two others can't run there. The last frugal job
   * finds a GPU without a CPU on server 0, so the keen one is demoted. Tune ends there, too.
   */
  @Test
  void whoFindsNoRoomDemotesWhoHasMore() {
    OptimalAllocation found = of(SMALL, KEEN, KEEN, FRUGAL, FRUGAL, FRUGAL, FRUGAL);
    assertEquals(8, found.ideal());
    assertEquals(6, found.placed());
    assertEquals(6, found.tuned());
    assertEquals(
        List.of(true, false, false, false, false, true),
        found.jobs().stream().map(Given::isDemoted).toList());
    assertEquals(new Resources(1, 2, 10, 0), found.jobs().getLast().resources());
  }

  /** The seventh job finds no GPU. */
  @Test
  void jobsWithoutGpusWait() {
    OptimalAllocation found = of(SMALL, KEEN, KEEN, KEEN, KEEN, KEEN, KEEN, FRUGAL);
    assertEquals(List.of(6), found.waiting().stream().map(SynergyJob::id).toList());
    assertEquals(6, found.jobs().size());
  }

  @Test
  void phasesEndInTheirOrder() {
    List<String> phases = new ArrayList<>();
    OptimalAllocation.of(List.of(new SynergyJob(0, KEEN, 0, 1, 1)), SMALL, phases::add);
    assertEquals(List.of("choices", "optimum", "placement"), phases);
  }

  /** In all cases; that of {@code tune} is one of those among which the best sum is found. */
  @Test
  void nothingIsGivenTwiceAndNobodyIsBelowFair() {
    Random random = new Random(11);
    SynergyCluster cluster = new SynergyCluster(3, new Resources(4, 12, 240, 500));
    for (int round = 0; round < 150; round++) {
      List<SynergyJob> jobs = new ArrayList<>();
      for (int job = 0; job < 12; job++) {
        jobs.add(new SynergyJob(job, profile(random), 0, 1, 1 + random.nextInt(2)));
      }
      OptimalAllocation found = OptimalAllocation.of(jobs, cluster, _ -> {});
      assertTrue(found.ideal() >= found.tuned() - EPSILON, found::toString);
      assertTrue(found.ideal() >= found.placed() - EPSILON, found::toString);
      assertEquals(jobs.size(), found.jobs().size() + found.waiting().size());
      check(found, cluster);
    }
  }

  private static void check(OptimalAllocation found, SynergyCluster cluster) {
    Resources[] used = new Resources[cluster.servers()];
    Arrays.fill(used, Resources.NONE);
    for (Given given : found.jobs()) {
      for (Share share : given.shares()) {
        used[share.server()] = used[share.server()].plus(share.resources());
      }
      assertEquals(given.job().gpus(), given.resources().gpus());
      assertTrue(given.speed() >= 1 && given.speed() <= given.idealSpeed(), given::toString);
      assertEquals(given.speed(), measured(given), given::toString);
    }
    for (Resources each : used) {
      assertTrue(each.fitsIn(cluster.server()), found::toString);
    }
  }

  /** What the table says of what the job has. */
  private static double measured(Given given) {
    SpeedTable speeds = given.job().profile().speeds();
    Resources perGpu = given.resources().dividedBy(given.job().gpus());
    return speeds.speed(speeds.rowOf(perGpu.cpus()), speeds.columnOf(perGpu.memoryGb()));
  }

  /** Speeds that rise with CPUs and memory, 1 with the fair 3 CPUs and 60 GB. */
  static ResourceProfile profile(Random random) {
    double[] cpus = {1, 3, 6};
    double[] memoryGb = {30, 60, 120};
    double[][] speeds = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double before =
            Math.max(
                row == 0 ? .2 : speeds[row - 1][column],
                column == 0 ? .2 : speeds[row][column - 1]);
        speeds[row][column] = before + random.nextInt(4) * .25;
      }
    }
    double fair = speeds[1][1];
    for (double[] row : speeds) {
      Arrays.setAll(row, column -> row[column] / fair);
    }
    double best = speeds[2][2];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        if (speeds[row][column] == best) {
          return new ResourceProfile(
              "model",
              cpus[row],
              memoryGb[column],
              1,
              best,
              new SpeedTable(cpus, memoryGb, speeds));
        }
      }
    }
    throw new IllegalStateException("no cell has the best speed");
  }
}

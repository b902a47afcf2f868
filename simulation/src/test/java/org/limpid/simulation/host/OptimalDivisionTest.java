package org.limpid.simulation.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.NodeGroup;
import org.limpid.data.ResourceProfile;
import org.limpid.data.SpeedTable;
import org.limpid.simulation.resource.Allocation;

/** Nodes of 4 GPUs, 12 CPUs and 40 GB: a fair share is 3 CPUs and 10 GB for each GPU. */
class OptimalDivisionTest {
  private static final double[] CPUS = {1, 3, 6};
  private static final double[] MEMORY_GB = {5, 10, 20};
  private static final double ROUNDING = 1e-6;

  /** Twice as fast with 6 CPUs. */
  private static final ResourceProfile PICTURES = byCpus("pictures", 6, 2);

  /** 1.5 times as fast with 6 CPUs. */
  private static final ResourceProfile SOUNDS = byCpus("sounds", 6, 1.5);

  /** As fast with one CPU. */
  private static final ResourceProfile WORDS =
      new ResourceProfile(
          "words",
          1,
          5,
          1,
          1,
          new SpeedTable(CPUS, MEMORY_GB, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}));

  private static ResourceProfile byCpus(String model, double cpus, double speed) {
    double[][] speeds = {{.3, .3, .3}, {.5, 1, 1}, {.5, speed, speed}};
    return new ResourceProfile(model, cpus, 10, 1, speed, new SpeedTable(CPUS, MEMORY_GB, speeds));
  }

  /** Jobs that have started, and the division of their nodes. */
  private static final class Case {
    private final HostDemands demands;
    private final List<Holding> holdings = new ArrayList<>();
    private final OptimalDivision division;

    Case(ResourceProfile... ofJobs) {
      NodeGroup nodes = new NodeGroup(64, 4, "", 12, 40 * 1024, 0);
      demands = HostDemands.of(nodes, ofJobs.length, job -> ofJobs[job]);
      division = new OptimalDivision(demands, this::residents, this::claims);
    }

    private List<Holding> residents(int node) {
      return holdings.stream()
          .filter(holding ->
              IntStream.range(0, holding.nodeCount()).anyMatch(i -> holding.node(i) == node))
          .toList();
    }

    private List<Supply> claims(Holding holding) {
      Supply least = demands.fairShare().atMost(wanted(holding));
      return IntStream.range(0, holding.nodeCount())
          .mapToObj(index -> least.times(holding.gpus(index)))
          .toList();
    }

    private Supply wanted(Holding holding) {
      int most = IntStream.range(0, holding.nodeCount()).map(holding::gpus).max().orElseThrow();
      return demands.wanted(holding.job(), most);
    }

    /** The next job starts and is given what it can claim. */
    Case start(String place) {
      int job = holdings.size();
      Allocation gpus = Allocation.parse(place);
      Supply wanted = demands.wanted(job, Holding.mostOnNode(gpus));
      Holding holding = new Holding(job, gpus, job, wanted);
      List<Supply> claims = claims(holding);
      IntStream.range(0, claims.size()).forEach(index -> holding.give(index, claims.get(index)));
      holdings.add(holding);
      division.started(holding);
      return this;
    }

    /** A job is given all that it wants, if that is left of what the others were given. */
    void giveAll(Holding holding) {
      boolean fits =
          IntStream.range(0, holding.nodeCount())
              .allMatch(index -> holding.wanted(index).fitsIn(spare(holding, holding.node(index))));
      if (fits) {
        IntStream.range(0, holding.nodeCount())
            .forEach(index -> holding.give(index, holding.wanted(index)));
      }
    }

    private Supply spare(Holding holding, int node) {
      return residents(node).stream()
          .filter(other -> other != holding)
          .map(other -> other.given(other.indexOf(node)))
          .reduce(demands.node(), Supply::minus);
    }

    double speed(Holding holding, List<Supply> byNode) {
      return demands.speed(
          holding.job(),
          holding.leastPerGpu(byNode, Supply::cpus),
          holding.leastPerGpu(byNode, Supply::memoryGb));
    }

    List<Double> speeds() {
      division.divide();
      return holdings.stream().map(holding -> speed(holding, holding.had())).toList();
    }

    double sum() {
      return speeds().stream().mapToDouble(Double::doubleValue).sum();
    }

    double givenSum() {
      return holdings.stream().mapToDouble(holding -> speed(holding, holding.given())).sum();
    }

    /** Nothing is allocated twice, and nobody is slower than with what it can claim. */
    void audit() {
      for (Holding holding : holdings) {
        double claimed = speed(holding, claims(holding));
        assertTrue(speed(holding, holding.had()) >= claimed - ROUNDING);
        for (int i = 0; i < holding.nodeCount(); i++) {
          int node = holding.node(i);
          Supply all =
              residents(node).stream()
                  .map(other -> other.had().get(other.indexOf(node)))
                  .reduce(Supply.NONE, Supply::plus);
          assertTrue(all.fitsIn(demands.node()), () -> node + " has " + all);
        }
      }
    }

    /** The largest sum among all choices of all jobs. */
    double byHand(int job, List<List<Supply>> before) {
      if (job == holdings.size()) {
        return 0;
      }
      double best = Double.NEGATIVE_INFINITY;
      Holding holding = holdings.get(job);
      for (List<Supply> option : options(holding)) {
        List<List<Supply>> with = new ArrayList<>(before);
        with.add(option);
        if (fits(with)) {
          best = Math.max(best, speed(holding, option) + byHand(job + 1, with));
        }
      }
      return best;
    }

    private boolean fits(List<List<Supply>> parts) {
      return IntStream.range(0, 4)
          .allMatch(node -> {
            Supply used = Supply.NONE;
            for (Holding holding : holdings.subList(0, parts.size())) {
              for (int i = 0; i < holding.nodeCount(); i++) {
                used = holding.node(i) == node ? used.plus(parts.get(holding.job()).get(i)) : used;
              }
            }
            return used.fitsIn(demands.node());
          });
    }

    private List<List<Supply>> options(Holding holding) {
      List<Supply> perGpu = new ArrayList<>(List.of(wanted(holding)));
      for (double cpus : CPUS) {
        for (double memoryGb : MEMORY_GB) {
          perGpu.add(Supply.of(cpus, memoryGb));
        }
      }
      List<Supply> claims = claims(holding);
      Set<List<Supply>> options = new HashSet<>(Set.of(claims));
      for (Supply one : perGpu) {
        List<Supply> option =
            IntStream.range(0, holding.nodeCount())
                .mapToObj(index -> one.times(holding.gpus(index)))
                .toList();
        if (speed(holding, option) >= speed(holding, claims)) {
          options.add(option);
        }
      }
      return List.copyOf(options);
    }
  }

  /** 12 CPUs less one for words: 6 for one of the two others, and pictures gain 1 by them. */
  @Test
  void whoGainsMoreIsFaster() {
    Case node = new Case(SOUNDS, PICTURES, WORDS).start("0:0").start("0:1").start("0:2");
    assertEquals(List.of(1.0, 2.0, 1.0), node.speeds());
    node = new Case(SOUNDS, PICTURES, PICTURES).start("0:0").start("0:1").start("0:2");
    assertEquals(List.of(1.0, 2.0, 1.0), node.speeds(), "the first of two that are alike");
  }

  /**
   * Words have 2 CPUs on each node. Pictures on a GPU of each gain 1 by 6 CPUs beside both. On node
   * 0 sounds would gain .5 by them, so they stay at 3.
   */
  @Test
  void aJobOnTwoNodesIsFasterWhereThatCostsLess() {
    Case nodes = new Case(WORDS, WORDS, SOUNDS, PICTURES);
    nodes.start("0:0+1").start("1:0+1").start("0:2").start("0:3;1:3");
    assertEquals(List.of(1.0, 1.0, 1.0, 2.0), nodes.speeds());
  }

  /** The same, but there are pictures on both nodes: together they gain 2, and the last one 1. */
  @Test
  void aJobOnTwoNodesIsSlowerWhereOthersGainMore() {
    Case nodes = new Case(WORDS, WORDS, PICTURES, PICTURES, PICTURES);
    nodes.start("0:0+1").start("1:0+1").start("0:2").start("1:2").start("0:3;1:3");
    assertEquals(List.of(1.0, 1.0, 2.0, 2.0, 1.0), nodes.speeds());
  }

  @Test
  void onlyNodesWhoseJobsHaveChangedAreDivided() {
    Case nodes = new Case(PICTURES, PICTURES, SOUNDS).start("0:0").start("1:0");
    assertEquals(2, nodes.division.divide().size());
    nodes.start("1:1");
    assertEquals(
        Set.of(nodes.holdings.get(1), nodes.holdings.get(2)), Set.copyOf(nodes.division.divide()));
    assertTrue(nodes.division.divide().isEmpty());
  }

  /** Jobs on 3 nodes against all choices; it makes no difference when nodes are divided. */
  @Test
  void noOtherDivisionIsBetter() {
    Random random = new Random(3);
    for (int round = 0; round < 150; round++) {
      ResourceProfile[] models = models(random, 3 + random.nextInt(3));
      List<String> places = places(random, 3, models.length, 3);
      Case stepwise = new Case(models);
      Case atOnce = new Case(models);
      for (String place : places) {
        stepwise.start(place).speeds();
        atOnce.start(place);
      }
      stepwise.audit();
      assertEquals(stepwise.byHand(0, List.of()), stepwise.sum(), ROUNDING);
      assertEquals(stepwise.speeds(), atOnce.speeds());
    }
  }

  /** On 30 nodes that are tied together, more than can be looked at. */
  @Test
  void noSumIsBelowThatOfWhatWasGiven() {
    Random random = new Random(4);
    for (int round = 0; round < 3; round++) {
      ResourceProfile[] models = models(random, 60);
      Case nodes = new Case(models);
      places(random, 30, models.length, 3).forEach(nodes::start);
      nodes.holdings.forEach(nodes::giveAll);
      double fair = nodes.holdings.size();
      assertTrue(nodes.givenSum() > fair);
      assertTrue(nodes.sum() >= nodes.givenSum() - ROUNDING);
      nodes.audit();
    }
  }

  private static ResourceProfile[] models(Random random, int count) {
    List<ResourceProfile> some = new ArrayList<>(List.of(PICTURES, SOUNDS, WORDS));
    for (int i = 0; i < 4; i++) {
      double[][] speeds = speeds(random);
      some.add(
          new ResourceProfile(
              "drawn" + i, 6, 20, 1, speeds[2][2], new SpeedTable(CPUS, MEMORY_GB, speeds)));
    }
    return IntStream.range(0, count)
        .mapToObj(_ -> some.get(random.nextInt(some.size())))
        .toArray(ResourceProfile[]::new);
  }

  /** They do not fall with CPUs or memory, and are 1 with the fair share. */
  private static double[][] speeds(Random random) {
    double[][] speeds = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double before =
            Math.max(
                row == 0 ? .1 : speeds[row - 1][column],
                column == 0 ? .1 : speeds[row][column - 1]);
        speeds[row][column] = before + random.nextInt(100) / 100.0;
      }
    }
    double fair = speeds[1][1];
    for (double[] row : speeds) {
      IntStream.range(0, 3).forEach(column -> row[column] /= fair);
    }
    speeds[2][2] = Math.max(1, speeds[2][2]);
    return speeds;
  }

  /** GPUs that are free, anywhere, for as many of the jobs as find some. */
  private static List<String> places(Random random, int nodes, int jobs, int mostGpus) {
    List<Integer> free = new ArrayList<>(IntStream.range(0, 4 * nodes).boxed().toList());
    List<String> places = new ArrayList<>();
    for (int job = 0; job < jobs && !free.isEmpty(); job++) {
      long[] masks = new long[nodes];
      for (int gpu = Math.min(free.size(), 1 + random.nextInt(mostGpus)); gpu > 0; gpu--) {
        int taken = free.remove(random.nextInt(free.size()));
        masks[taken / 4] |= 1L << (taken % 4);
      }
      int[] used = IntStream.range(0, nodes).filter(node -> masks[node] != 0).toArray();
      long[] usedMasks = IntStream.of(used).mapToLong(node -> masks[node]).toArray();
      places.add(new Allocation(used, usedMasks).toString());
    }
    return places;
  }
}

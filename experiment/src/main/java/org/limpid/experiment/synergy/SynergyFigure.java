package org.limpid.experiment.synergy;

import static org.limpid.reference.synergy.SynergyAllocation.FAIR;
import static org.limpid.reference.synergy.SynergyAllocation.GREEDY;
import static org.limpid.reference.synergy.SynergyAllocation.TUNE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.data.importer.SynergyPhilly.Rules;
import org.limpid.experiment.synergy.SynergyChart.Measure;
import org.limpid.reference.synergy.LoggedJobs;
import org.limpid.reference.synergy.Resources;
import org.limpid.reference.synergy.SynergyAllocation;
import org.limpid.reference.synergy.SynergyCluster;
import org.limpid.reference.synergy.SynergyLoad;
import org.limpid.reference.synergy.SynergyLoad.Sizes;
import org.limpid.reference.synergy.SynergyOrder;
import org.limpid.reference.synergy.SynergyPolicy;

/** The figures of Synergy that are made again, with the runs that each needs. */
public enum SynergyFigure {
  FIGURE_1("1", "What the share of CPUs and memory costs, 128 GPUs", "jobs of 1 to 8") {
    @Override
    Optional<Rules> fromLog() {
      return Optional.of(Rules.SEVERAL_GPUS);
    }

    @Override
    List<Plan> panels(SynergyLoad base) {
      return byOrder(base, Sizes.DRAWN, LARGE_JOBS_PER_HOUR, SynergyOrder.LAS, SynergyOrder.SRTF);
    }
  },
  FIGURE_6(
      "6", "Times of jobs on 512 GPUs", "jobs of 1 to 8, 18 an hour", "Time from arrival to end") {
    @Override
    Optional<Rules> fromLog() {
      return Optional.of(Rules.AS_LOGGED);
    }

    @Override
    List<Plan> panels(SynergyLoad base) {
      SynergyCluster cluster =
          new SynergyCluster(SERVERS_OF_512_GPUS, SynergyCluster.OF_128_GPUS.server());
      SynergyLoad load = load(base, 18, Sizes.DRAWN, base.percentages());
      return Stream.of(SynergyOrder.FIFO, SynergyOrder.SRTF, SynergyOrder.LAS)
          .map(order ->
              new Plan(
                  words(order), FAIR_AND_TUNE, List.of(new Step(18, point(load, cluster, order)))))
          .toList();
    }

    @Override
    Measure measure() {
      return Measure.SHARE_OF_JOBS;
    }
  },
  FIGURE_7("7", "Mean time by load, 128 GPUs", "jobs of 1 to 8") {
    @Override
    Optional<Rules> fromLog() {
      return Optional.of(Rules.SEVERAL_GPUS);
    }

    @Override
    List<Plan> panels(SynergyLoad base) {
      return byOrder(base, Sizes.DRAWN, LARGE_JOBS_PER_HOUR, ORDERS);
    }
  },
  FIGURE_8("8", "Mean time by load, 128 GPUs", "jobs of one") {
    @Override
    List<Plan> panels(SynergyLoad base) {
      return byOrder(base, Sizes.ONE_GPU, SMALL_JOBS_PER_HOUR, ORDERS);
    }
  },
  FIGURE_9("9", "Mean time by load and kinds of models, FIFO, 128 GPUs", "jobs of one") {
    @Override
    List<Plan> panels(SynergyLoad base) {
      return Stream.of(List.of(20, 70, 10), List.of(33, 33, 33), List.of(50, 0, 50))
          .map(split ->
              new Plan(
                  "Image %d %%, language %d %%, speech %d %%"
                      .formatted(split.get(0), split.get(1), split.get(2)),
                  FAIR_AND_TUNE,
                  Arrays.stream(SMALL_JOBS_PER_HOUR)
                      .mapToObj(
                          rate -> step(load(base, rate, Sizes.ONE_GPU, split), SynergyOrder.FIFO))
                      .toList()))
          .toList();
    }
  },
  RATIO(
      "ratio", "Mean time by CPUs of a server", "9 jobs of one GPU an hour", "CPUs for each GPU") {
    @Override
    List<Plan> panels(SynergyLoad base) {
      SynergyLoad load =
          load(base, SynergyLoad.HEADLINE.jobsPerHour(), Sizes.ONE_GPU, base.percentages());
      return Stream.of(SynergyOrder.FIFO, SynergyOrder.SRTF)
          .map(order ->
              new Plan(
                  words(order),
                  FAIR_AND_TUNE,
                  Stream.of(3, 4, 5, 6)
                      .map(ratio -> new Step(ratio, point(load, withCpus(ratio), order)))
                      .toList()))
          .toList();
    }
  },
  FIGURE_12("12", "Other schedulers of several resources, 128 GPUs", "jobs of one") {
    @Override
    List<Plan> panels(SynergyLoad base) {
      return Stream.of(SynergyOrder.TETRIS, SynergyOrder.DRF)
          .map(order ->
              new Plan(
                  words(order),
                  List.of(GREEDY, TUNE),
                  steps(base, Sizes.ONE_GPU, SMALL_JOBS_PER_HOUR, order)))
          .toList();
    }
  };

  private static final int SERVERS_OF_512_GPUS = 64;
  private static final List<SynergyAllocation> FAIR_AND_TUNE = List.of(FAIR, TUNE);
  private static final SynergyOrder[] ORDERS = {
    SynergyOrder.FIFO, SynergyOrder.SRTF, SynergyOrder.LAS, SynergyOrder.FTF
  };

  /** Jobs of one GPU: with fair shares 128 GPUs are full at 7.6. */
  private static final double[] SMALL_JOBS_PER_HOUR = {3, 5, 7, 7.5, 8, 8.5, 9};

  /** Jobs of 1.9 GPUs on average: full at 4. */
  private static final double[] LARGE_JOBS_PER_HOUR = {1, 2, 3, 3.5, 4, 4.25, 4.5};

  private final String place;
  private final String title;
  private final String drawnJobs;
  private final String xTitle;

  SynergyFigure(String place, String title, String drawnJobs) {
    this(place, title, drawnJobs, "Jobs per hour");
  }

  SynergyFigure(String place, String title, String drawnJobs, String xTitle) {
    this.place = place;
    this.title = title;
    this.drawnJobs = drawnJobs;
    this.xTitle = xTitle;
  }

  /**
   * A panel to make.
   *
   * @param title of it
   * @param allocations a line each
   * @param steps from left to right
   */
  record Plan(String title, List<SynergyAllocation> allocations, List<Step> steps) {
    /** The same with jobs of a log. */
    Plan with(LoggedJobs jobs) {
      return new Plan(
          title,
          allocations,
          steps.stream().map(step -> new Step(step.x(), step.point().with(jobs))).toList());
    }
  }

  /**
   * A place of a line.
   *
   * @param x where it is
   * @param point the run, whatever its allocation
   */
  record Step(double x, SynergyPoint point) {}

  /** The panels, on loads with a seed and jobs that count. */
  abstract List<Plan> panels(SynergyLoad base);

  Measure measure() {
    return Measure.MEAN_JCT;
  }

  /** How it is called for: {@code 8}, {@code ratio}. */
  public String place() {
    return place;
  }

  /** Which jobs of a log it takes, if the paper's does. */
  Optional<Rules> fromLog() {
    return Optional.empty();
  }

  /**
   * What it shows.
   *
   * @param hasLog whether its jobs are those of a log
   */
  String title(boolean hasLog) {
    return title + ", " + (hasLog ? "jobs of Philly's log" : drawnJobs);
  }

  String xTitle() {
    return xTitle;
  }

  /** What the paper calls it. */
  String inPaper() {
    return this == RATIO ? "CPU:GPU ratio" : "Figure " + place;
  }

  private static List<Plan> byOrder(
      SynergyLoad base, Sizes sizes, double[] rates, SynergyOrder... orders) {
    return Arrays.stream(orders)
        .map(order -> new Plan(words(order), FAIR_AND_TUNE, steps(base, sizes, rates, order)))
        .toList();
  }

  private static List<Step> steps(
      SynergyLoad base, Sizes sizes, double[] rates, SynergyOrder order) {
    return Arrays.stream(rates)
        .mapToObj(rate -> step(load(base, rate, sizes, base.percentages()), order))
        .toList();
  }

  private static Step step(SynergyLoad load, SynergyOrder order) {
    return new Step(load.jobsPerHour(), point(load, SynergyCluster.OF_128_GPUS, order));
  }

  private static SynergyPoint point(SynergyLoad load, SynergyCluster cluster, SynergyOrder order) {
    return new SynergyPoint(load, cluster, new SynergyPolicy(order, FAIR, false));
  }

  private static SynergyLoad load(
      SynergyLoad base, double rate, Sizes sizes, List<Integer> percentages) {
    return new SynergyLoad(
        rate, sizes, percentages, base.seed(), base.firstMeasured(), base.measured());
  }

  private static SynergyCluster withCpus(int perGpu) {
    Resources server = SynergyCluster.OF_128_GPUS.server();
    return new SynergyCluster(
        SynergyCluster.OF_128_GPUS.servers(),
        new Resources(
            server.gpus(), perGpu * server.gpus(), server.memoryGb(), server.storageMbps()));
  }

  private static String words(SynergyOrder order) {
    return order == SynergyOrder.TETRIS ? "Tetris" : order.toString();
  }
}

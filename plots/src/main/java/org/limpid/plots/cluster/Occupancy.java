package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/**
 * Which jobs each GPU had when, under a policy that leaves jobs on their GPUs. Jobs that ended in
 * the profiler are not part of it. Immutable.
 */
final class Occupancy {
  /** The number of a node that was lent to the profiler. */
  static final int LENT_NODE = 9999;

  private final JobTable jobs;
  private final List<Gpu> gpus;
  private final int[][] rowsOfGpu;

  private Occupancy(JobTable jobs, List<Gpu> gpus, int[][] rowsOfGpu) {
    this.jobs = jobs;
    this.gpus = List.copyOf(gpus);
    this.rowsOfGpu = rowsOfGpu;
  }

  /** A GPU that had a job: code of its virtual cluster, number of its node, index there. */
  record Gpu(int virtualCluster, int node, int index) {}

  @FunctionalInterface
  interface SegmentConsumer {
    /**
     * From one second to another the GPU had the same jobs, of which this is one.
     *
     * @param row of the job
     * @param place among them, from 0, in the order of their starts
     * @param count how many they were
     */
    void accept(int row, long fromSecond, long toSecond, int place, int count);
  }

  static Occupancy of(RunFolder run, String policy) {
    JobTable jobs = run.allJobs(policy);
    Builder builder = new Builder(jobs);
    run.placements(policy, builder);
    return builder.build();
  }

  JobTable jobs() {
    return jobs;
  }

  List<Gpu> gpus() {
    return gpus;
  }

  /** Hands over what the n-th GPU had, in the order of time. */
  void segments(int gpu, SegmentConsumer consumer) {
    new Sweep(jobs, rowsOfGpu[gpu], consumer).run();
  }

  /** Visits the starts and ends of jobs on one GPU. */
  private static final class Sweep {
    private final JobTable jobs;
    private final int[] rows;
    private final SegmentConsumer consumer;
    private final List<Integer> active = new ArrayList<>();
    private int next;

    Sweep(JobTable jobs, int[] rows, SegmentConsumer consumer) {
      this.jobs = jobs;
      this.rows = rows;
      this.consumer = consumer;
    }

    void run() {
      long now = Long.MIN_VALUE;
      while (next < rows.length || !active.isEmpty()) {
        long then = nextEvent();
        emit(now, then);
        active.removeIf(row -> jobs.endSeconds(row) <= then);
        while (next < rows.length && jobs.startSeconds(rows[next]) <= then) {
          active.add(rows[next++]);
        }
        now = then;
      }
    }

    private long nextEvent() {
      long then = next < rows.length ? jobs.startSeconds(rows[next]) : Long.MAX_VALUE;
      for (int row : active) {
        then = Math.min(then, jobs.endSeconds(row));
      }
      return then;
    }

    private void emit(long from, long to) {
      for (int place = 0; place < active.size() && from < to; place++) {
        consumer.accept(active.get(place), from, to, place, active.size());
      }
    }
  }

  private static final class Builder implements RunFolder.PlacementConsumer {
    private final JobTable jobs;
    private final Map<Gpu, Integer> numbers = new HashMap<>();
    private final List<Gpu> gpus = new ArrayList<>();
    private final int[][] gpusOfRow;

    Builder(JobTable jobs) {
      this.jobs = jobs;
      gpusOfRow = new int[jobs.size()][];
    }

    @Override
    public void accept(int row, String nodes) {
      boolean elsewhere = jobs.isFinishedInProfiler(row);
      boolean empty = jobs.endSeconds(row) <= jobs.startSeconds(row);
      if (!nodes.isEmpty() && !elsewhere && !empty) {
        int cluster = jobs.virtualClusters().code(row);
        gpusOfRow[row] =
            Placement.parse(nodes).stream().mapToInt(place -> gpu(cluster, place)).toArray();
      }
    }

    private int gpu(int cluster, Placement place) {
      return numbers.computeIfAbsent(
          new Gpu(cluster, place.node(), place.gpu()),
          gpu -> {
            gpus.add(gpu);
            return gpus.size() - 1;
          });
    }

    Occupancy build() {
      int[] sizes = new int[gpus.size()];
      for (int[] used : gpusOfRow) {
        for (int i = 0; used != null && i < used.length; i++) {
          sizes[used[i]]++;
        }
      }
      int[][] rows = new int[sizes.length][];
      for (int gpu = 0; gpu < sizes.length; gpu++) {
        rows[gpu] = new int[sizes[gpu]];
      }
      fill(rows);
      return new Occupancy(jobs, gpus, rows);
    }

    /** By start, then in the order of the trace. */
    private void fill(int[][] rows) {
      int[] filled = new int[rows.length];
      for (int row : TimeOrder.of(jobs.size(), jobs::startSeconds)) {
        for (int i = 0; gpusOfRow[row] != null && i < gpusOfRow[row].length; i++) {
          int gpu = gpusOfRow[row][i];
          rows[gpu][filled[gpu]++] = row;
        }
      }
    }
  }

  record Placement(int node, int gpu) {
    private static final int MOST_GPUS = 1024;

    /** Reads {@code node:gpu+gpu;node:gpu} and leaves out what is not of this form. */
    static List<Placement> parse(String text) {
      List<Placement> places = new ArrayList<>();
      for (String node : text.split(";")) {
        int colon = node.indexOf(':');
        int number = colon < 0 ? -1 : number(node.substring(0, colon));
        for (String gpu : node.substring(colon + 1).split("\\+")) {
          int index = number(gpu);
          if (number >= 0 && index >= 0 && index < MOST_GPUS) {
            places.add(new Placement(number, index));
          }
        }
      }
      return places;
    }

    private static int number(String digits) {
      boolean fits = !digits.isEmpty() && digits.length() <= 9;
      return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Integer.parseInt(digits)
          : -1;
    }
  }
}

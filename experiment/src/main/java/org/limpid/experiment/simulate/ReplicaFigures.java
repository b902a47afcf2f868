package org.limpid.experiment.simulate;

import java.util.List;
import java.util.stream.DoubleStream;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PairedDifference;

/**
 * Completion and queueing of all jobs in every case, on the trace itself and on its copies.
 *
 * @param names names of the cases
 * @param original per case the figures of the trace itself
 * @param replicas per case those of each copy, copy 1 first; the same number for all cases
 */
public record ReplicaFigures(
    List<String> names, List<JobGroup> original, List<List<JobGroup>> replicas) {
  public ReplicaFigures {
    names = List.copyOf(names);
    original = List.copyOf(original);
    replicas = replicas.stream().map(List::copyOf).toList();
    if (names.size() != original.size() || names.size() != replicas.size()) {
      throw new IllegalArgumentException("expected figures for every case");
    }
  }

  /** A figure of a group of jobs. */
  public enum Figure {
    /** Mean job completion time, seconds. */
    JCT("jctMean"),
    /** Mean queueing delay, seconds. */
    QUEUE("queueMean"),
    /** 99.9 % quantile of the queueing delay, seconds. */
    QUEUE_P999("queueP999");

    private final String label;

    Figure(String label) {
      this.label = label;
    }

    /** The name in JSON. */
    public String label() {
      return label;
    }

    /** The figure of these jobs. */
    public double of(JobGroup jobs) {
      return switch (this) {
        case JCT -> jobs.jct().mean();
        case QUEUE -> jobs.queue().mean();
        case QUEUE_P999 -> jobs.queue().p999();
      };
    }
  }

  /** Number of copies. */
  public int count() {
    return replicas.isEmpty() ? 0 : replicas.getFirst().size();
  }

  /** The figures of a case on all copies. */
  public double[] values(int index, Figure figure) {
    return replicas.get(index).stream().mapToDouble(figure::of).toArray();
  }

  /** The mean over all copies; that of the trace itself if there are none. */
  public double mean(int index, Figure figure) {
    return DoubleStream.of(values(index, figure))
        .average()
        .orElseGet(() -> figure.of(original.get(index)));
  }

  /** How much larger a figure is in the first case than in the second, over all copies. */
  public PairedDifference difference(int first, int second, Figure figure) {
    return PairedDifference.of(values(first, figure), values(second, figure));
  }
}

package org.limpid.explain.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.results.WaitTable;
import org.limpid.simulation.metrics.SizeClass;
import org.limpid.simulation.waiting.WaitCause;

/** Compares the jobs of one run under two policies. */
public record PolicyComparer(Side first, Side second) {
  /**
   * @throws IllegalArgumentException if the jobs are not the same
   */
  public PolicyComparer {
    int size = first.facts().size();
    boolean same =
        size == second.facts().size()
            && IntStream.range(0, size)
                .allMatch(row -> first.facts().id(row).equals(second.facts().id(row)));
    if (!same) {
      throw new IllegalArgumentException(
          "expected the same jobs under %s and %s".formatted(first.policy(), second.policy()));
    }
  }

  /** The jobs under one policy, and what they waited for. */
  public record Side(String policy, JobTable facts, WaitTable waits) {}

  /**
   * The differences; there must be a job.
   *
   * @param most gainers, and losers, that are named
   */
  public PolicyDifference compare(int most) {
    int[] all = served(IntStream.range(0, first.facts().size()));
    Comparator<Integer> byChange = Comparator.comparingLong(this::jctDifference);
    return new PolicyDifference(
        first.policy(),
        second.policy(),
        means("all", all),
        (int) Arrays.stream(all).filter(row -> jctDifference(row) < 0).count(),
        (int) Arrays.stream(all).filter(row -> jctDifference(row) > 0).count(),
        bySize(all),
        byVirtualCluster(),
        changed(all, byChange, -1, most),
        changed(all, byChange.reversed(), 1, most));
  }

  /** The jobs that neither policy turned away: the others have no completion times. */
  private int[] served(IntStream rows) {
    return rows.filter(row -> !first.facts().isRejected(row) && !second.facts().isRejected(row))
        .toArray();
  }

  private long jctDifference(int row) {
    return second.facts().jctSeconds(row) - first.facts().jctSeconds(row);
  }

  private List<PolicyDifference.Means> bySize(int[] all) {
    List<PolicyDifference.Means> means = new ArrayList<>();
    for (SizeClass size : SizeClass.FINE) {
      int[] rows =
          Arrays.stream(all).filter(row -> size.contains(first.facts().gpuCount(row))).toArray();
      if (rows.length > 0) {
        means.add(means(size.name(), rows));
      }
    }
    return means;
  }

  private List<PolicyDifference.Means> byVirtualCluster() {
    return first.facts().virtualClusterNames().stream()
        .map(
            name -> means(name, served(IntStream.of(first.facts().virtualClusters().rowsOf(name)))))
        .filter(means -> means.jobs() > 0)
        .toList();
  }

  private PolicyDifference.Means means(String group, int[] rows) {
    Map<WaitCause, Double> byCause = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      long difference = second.waits().sum(rows, cause) - first.waits().sum(rows, cause);
      byCause.put(cause, (double) difference / rows.length);
    }
    return new PolicyDifference.Means(
        group,
        rows.length,
        mean(rows, first.facts()::jctSeconds),
        mean(rows, second.facts()::jctSeconds),
        mean(rows, this::waitDifference),
        mean(rows, this::restDifference),
        byCause);
  }

  private static double mean(int[] rows, IntToLongFunction seconds) {
    return (double) Arrays.stream(rows).mapToLong(seconds::applyAsLong).sum() / rows.length;
  }

  private long waitDifference(int row) {
    return second.facts().queueSeconds(row) - first.facts().queueSeconds(row);
  }

  private long restDifference(int row) {
    return second.facts().restSeconds(row) - first.facts().restSeconds(row);
  }

  private List<PolicyDifference.Changed> changed(
      int[] all, Comparator<Integer> order, int sign, int most) {
    return IntStream.of(all)
        .filter(row -> sign * jctDifference(row) > 0)
        .boxed()
        .sorted(order.thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .map(row -> changed(row, sign))
        .toList();
  }

  private PolicyDifference.Changed changed(int row, int sign) {
    WaitCause largest = WaitCause.PROFILER;
    for (WaitCause cause : WaitCause.values()) {
      if (sign * difference(row, cause) > sign * difference(row, largest)) {
        largest = cause;
      }
    }
    return new PolicyDifference.Changed(
        first.facts().name(row),
        first.facts().virtualCluster(row),
        jctDifference(row),
        waitDifference(row),
        restDifference(row),
        largest);
  }

  private long difference(int row, WaitCause cause) {
    return second.waits().seconds(row, cause) - first.waits().seconds(row, cause);
  }
}

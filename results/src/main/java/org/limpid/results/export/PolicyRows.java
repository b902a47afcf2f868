package org.limpid.results.export;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.ProfiledJobs;

/**
 * All events of a run under one policy in the order of time: within a second those of the profiler,
 * then virtual cluster by virtual cluster, in the order in which they happened.
 */
final class PolicyRows implements Iterator<EventRow> {
  private static final Comparator<Source> ORDER =
      Comparator.comparingLong((Source source) -> source.head.second())
          .thenComparingInt(source -> source.place);

  private final PriorityQueue<Source> sources = new PriorityQueue<>(ORDER);

  /** Rows in the order of time, of which the first that is left is looked at. */
  private static final class Source {
    private final int place;
    private final Iterator<EventRow> rest;
    private EventRow head;

    Source(int place, Iterator<EventRow> rest) {
      this.place = place;
      this.rest = rest;
      head = rest.next();
    }
  }

  /**
   * The events of a policy.
   *
   * @throws org.limpid.files.DataException if they were not recorded, or can't be read
   * @throws IllegalStateException if they don't follow from each other
   */
  PolicyRows(RunFolder run, String policy) {
    JobTable jobs = run.numberedJobs(policy);
    DecisionLog log = run.decisions(policy, jobs);
    add(log.profiling().map(it -> profiling(it, policy, jobs)).orElse(List.of()).iterator());
    log.partitions().forEach(it -> add(new PartitionRows(policy, it, jobs)));
  }

  private void add(Iterator<EventRow> rows) {
    if (rows.hasNext()) {
      sources.add(new Source(sources.size(), rows));
    }
  }

  private static List<EventRow> profiling(ProfiledJobs profiling, String policy, JobTable jobs) {
    return IntStream.range(0, profiling.size())
        .filter(row -> profiling.profiled()[row])
        .boxed()
        .flatMap(row -> profiling(profiling, row, policy, jobs))
        .sorted(Comparator.comparingLong(EventRow::second))
        .toList();
  }

  private static Stream<EventRow> profiling(
      ProfiledJobs profiling, int row, String policy, JobTable jobs) {
    return Stream.of(
        new EventRow(profiling.startSeconds()[row], policy, "profiling_started")
            .with(EventColumn.JOB_ID, jobs.id(row))
            .with(EventColumn.PROFQUEUE, profiling.queueSeconds()[row]),
        new EventRow(profiling.endSeconds()[row], policy, "profiling_ended")
            .with(EventColumn.JOB_ID, jobs.id(row))
            .with(EventColumn.OUTCOME, profiling.finished()[row] ? "ended" : "profiled"));
  }

  @Override
  public boolean hasNext() {
    return !sources.isEmpty();
  }

  @Override
  public EventRow next() {
    Source first = sources.remove();
    EventRow row = first.head;
    if (first.rest.hasNext()) {
      first.head = first.rest.next();
      sources.add(first);
    }
    return row;
  }
}

package org.limpid.explain.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.estimator.history.JobListener;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;

/**
 * What an estimator was told during a run, in the same order: within a second the ends in the
 * profiler, the ends in the virtual clusters, submissions, starts.
 */
final class RunEvents {
  private static final Comparator<OfRow> ORDER =
      Comparator.comparingLong(OfRow::second).thenComparing(OfRow::kind);

  private final List<OfRow> events = new ArrayList<>();

  /** Kinds of events in their order within a second. */
  private enum Kind {
    ENDED,
    SUBMITTED,
    STARTED
  }

  private record OfRow(long second, Kind kind, int row) {}

  private RunEvents() {}

  /** The events of a run on a trace. */
  static RunEvents of(DecisionLog log, Trace trace) {
    RunEvents run = new RunEvents();
    log.profiling().ifPresent(run::addEnds);
    for (int row = 0; row < trace.size(); row++) {
      run.add(trace.submitSeconds(row), Kind.SUBMITTED, row);
    }
    log.partitions().forEach(run::add);
    run.events.sort(ORDER);
    return run;
  }

  private void addEnds(ProfiledJobs profiling) {
    for (int row = 0; row < profiling.size(); row++) {
      if (profiling.finished()[row]) {
        add(profiling.endSeconds()[row], Kind.ENDED, row);
      }
    }
  }

  private void add(PartitionLog log) {
    for (Event event : log) {
      if (event instanceof Event.Started it) {
        add(it.second(), Kind.STARTED, log.rows()[it.job()]);
      } else if (event instanceof Event.Ended it) {
        add(it.second(), Kind.ENDED, log.rows()[it.job()]);
      }
    }
  }

  private void add(long second, Kind kind, int row) {
    events.add(new OfRow(second, kind, row));
  }

  /** Tells of all events before a second, and of the ends and submissions of that second. */
  void tell(JobListener listener, long until) {
    for (OfRow event : events) {
      if (event.second() > until || event.second() == until && event.kind() == Kind.STARTED) {
        return;
      }
      switch (event.kind()) {
        case ENDED -> listener.ended(event.row(), event.second());
        case SUBMITTED -> listener.submitted(event.row(), event.second());
        case STARTED -> listener.started(event.row(), event.second());
      }
    }
  }
}

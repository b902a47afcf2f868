package org.limpid.explain.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.estimator.history.JobListener;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.decision.PartitionLog;
import org.limpid.simulation.decision.ProfiledJobs;

/**
 * What an estimator was told during a run, in the same order: within a second the ends in the
 * profiler, the ends in the virtual clusters, submissions, starts.
 */
final class RunEvents {
  private static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::second).thenComparing(Event::kind);

  private final List<Event> events = new ArrayList<>();

  /** Kinds of events in their order within a second. */
  private enum Kind {
    ENDED,
    SUBMITTED,
    STARTED
  }

  private record Event(long second, Kind kind, int row) {}

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
    for (Decision decision : log) {
      switch (decision) {
        case Decision.Started it -> add(it.second(), Kind.STARTED, log.rows()[it.job()]);
        case Decision.Shared it -> add(it.second(), Kind.STARTED, log.rows()[it.job()]);
        case Decision.Ended it -> add(it.second(), Kind.ENDED, log.rows()[it.job()]);
        case Decision.Arrived _,
            Decision.Queued _,
            Decision.NotPlaced _,
            Decision.Blocked _,
            Decision.PartnersRefused _,
            Decision.Preempted _,
            Decision.NodeAdded _,
            Decision.NodeRemoved _,
            Decision.NumbersSwapped _,
            Decision.SharingSwitched _,
            Decision.Postponed _ -> {}
      }
    }
  }

  private void add(long second, Kind kind, int row) {
    events.add(new Event(second, kind, row));
  }

  /** Tells of all events before a second, and of the ends and submissions of that second. */
  void tell(JobListener listener, long until) {
    for (Event event : events) {
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

package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.limpid.results.JobFacts;
import org.limpid.results.JobName;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/** Notes what concerns one job while its virtual cluster is replayed. For one thread. */
final class JobWatch implements Replay.Visitor {
  private final int job;
  private final JobFacts facts;
  private final int[] rows;
  private final Ledger ledger;
  private final QueueView queue;
  private final SharingAudit audit;
  private final List<StoryEvent> events = new ArrayList<>();
  private SegmentBuilder segment;
  private OptionalDouble estimate = OptionalDouble.empty();
  private int partner = Partition.NOBODY;
  private Optional<Boolean> sharingIsOn = Optional.empty();
  private boolean hasStarted;
  private int overtakenBy;

  JobWatch(int job, int[] rows, JobFacts facts, QueueKey key, SharingFacts sharing) {
    this.job = job;
    this.rows = rows;
    this.facts = facts;
    ledger = new Ledger(rows.length, sharing.survivorRecovers());
    queue = new QueueView(key, facts, ledger);
    audit = new SharingAudit(sharing, facts, ledger, rows);
  }

  /** What was noted, in the order of time. */
  List<StoryEvent> events() {
    return events.stream().sorted(Comparator.comparingLong(StoryEvent::second)).toList();
  }

  /** The first estimate of its duration, seconds. */
  OptionalDouble estimate() {
    return estimate;
  }

  int overtakenBy() {
    return overtakenBy;
  }

  @Override
  public void holds(Replay state, long from, long to) {
    if (!state.isWaiting(job)) {
      return;
    }
    WaitCause cause = state.cause(job);
    if (segment == null || !segment.goesOnWith(cause, from)) {
      closeSegment();
      segment = new SegmentBuilder(job, cause, from, state, ledger, this::name);
    }
    segment.add(state, to);
  }

  private void closeSegment() {
    if (segment != null) {
      events.add(new StoryEvent.Waited(segment.build()));
      segment = null;
    }
  }

  @Override
  public void decided(Replay state, Decision decision) {
    long ranSince = ledger.since(job);
    ledger.note(decision);
    switch (decision) {
      case Decision.Queued it -> queued(state, it);
      case Decision.PartnersRefused it -> refused(state, it);
      case Decision.Started it -> started(it.job(), () -> alone(it));
      case Decision.Shared it -> shared(it);
      case Decision.Preempted it -> preempted(it, ranSince);
      case Decision.Ended it -> ended(it);
      case Decision.NodeAdded it ->
          whileWaiting(state, new StoryEvent.NodeReturned(it.second(), state.gpus()));
      case Decision.NodeRemoved it ->
          whileWaiting(state, new StoryEvent.NodeLent(it.second(), state.gpus()));
      case Decision.SharingSwitched it -> switched(state, it);
      case Decision.Arrived _,
          Decision.NotPlaced _,
          Decision.Blocked _,
          Decision.NumbersSwapped _,
          Decision.Postponed _ -> {}
    }
  }

  private void switched(Replay state, Decision.SharingSwitched it) {
    sharingIsOn = Optional.of(it.on());
    whileWaiting(state, new StoryEvent.SharingSwitched(it.second(), it.on(), it.forecastJobs()));
  }

  private void whileWaiting(Replay state, StoryEvent event) {
    if (state.isWaiting(job)) {
      events.add(event);
    }
  }

  private void queued(Replay state, Decision.Queued it) {
    if (it.job() == job) {
      events.add(queue.place(state, it, sharingIsOn));
      if (estimate.isEmpty() && !Double.isNaN(it.estimatedSeconds())) {
        estimate = OptionalDouble.of(it.estimatedSeconds());
      }
    }
  }

  private void refused(Replay state, Decision.PartnersRefused it) {
    if (it.job() == job) {
      events.add(audit.refused(state, it));
    }
  }

  private void started(int other, Runnable own) {
    if (other == job) {
      closeSegment();
      own.run();
      hasStarted = true;
    } else if (other > job && !hasStarted) {
      overtakenBy++;
    }
  }

  private void alone(Decision.Started it) {
    events.add(new StoryEvent.Started(it.second(), it.tries(), it.place().nodeCount()));
  }

  private void shared(Decision.Shared it) {
    if (it.partner() == job) {
      partner = it.job();
      events.add(new StoryEvent.Joined(it.second(), name(it.job()), it.partnerRate()));
    }
    started(
        it.job(),
        () -> {
          partner = it.partner();
          events.add(
              new StoryEvent.StartedShared(
                  it.second(), it.tries(), name(it.partner()), it.rate(), it.partnerRate()));
        });
  }

  private void preempted(Decision.Preempted it, long ranSince) {
    if (it.job() == job) {
      Optional<JobName> by =
          it.by() == Partition.NOBODY ? Optional.empty() : Optional.of(name(it.by()));
      events.add(new StoryEvent.Preempted(it.second(), by, it.second() - ranSince));
    }
  }

  private void ended(Decision.Ended it) {
    if (it.job() == job) {
      events.add(new StoryEvent.Ended(it.second()));
    } else if (it.job() == partner) {
      partner = Partition.NOBODY;
      events.add(new StoryEvent.PartnerEnded(it.second(), name(it.job())));
    }
  }

  private JobName name(int other) {
    return facts.name(rows[other]);
  }
}

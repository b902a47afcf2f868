package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.state.ClusterState;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/** Notes what concerns one job while its virtual cluster is replayed. For one thread. */
final class JobWatch implements Replay.Visitor {
  private final int job;
  private final JobTable facts;
  private final int[] rows;
  private final Ledger ledger;
  private final QueueView queue;
  private final Notes notes;
  private final HostResources hostRule;
  private final List<StoryEvent> events = new ArrayList<>();
  private SegmentBuilder segment;
  private OptionalDouble estimate = OptionalDouble.empty();
  private final Set<Integer> partners = new HashSet<>();
  private boolean hasStarted;
  private Event.Supplied supply;
  private int overtakenBy;

  JobWatch(int job, int[] rows, JobTable facts, PolicyDescription policy, RunFacts run) {
    this.job = job;
    this.rows = rows;
    this.facts = facts;
    ledger = new Ledger(rows.length);
    queue = new QueueView(policy.queueKey(), facts, ledger);
    notes = policy.notes(run, new Jobs());
    hostRule = run.settings().get(HostResources.SETTING);
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
  public void holds(Replay replay, long from, long to) {
    if (!replay.state().isWaiting(job)) {
      return;
    }
    WaitCause cause = replay.cause(job);
    if (segment == null || !segment.goesOnWith(cause, from)) {
      closeSegment();
      segment = new SegmentBuilder(job, cause, from, replay, ledger, this::name);
    }
    segment.add(replay, to);
  }

  private void closeSegment() {
    if (segment != null) {
      events.add(new StoryEvent.Waited(segment.build()));
      segment = null;
    }
  }

  @Override
  public void happened(Replay replay, Event event) {
    long ranSince = ledger.since(job);
    ledger.note(event);
    notes.happened(event);
    switch (event) {
      case Event.Queued it -> queued(replay, it);
      case Event.Started it -> started(replay.state(), it);
      case Event.Resized it when it.job() == job ->
          events.add(new StoryEvent.Resized(it.second(), it.place().gpuCount(), it.rate()));
      case Event.Supplied it when it.job() == job -> {
        closeSupply(it.second());
        supply = it;
      }
      case Event.Preempted it -> preempted(it, ranSince);
      case Event.Ended it -> ended(it);
      case Event.NodeAdded it ->
          whileWaiting(replay, new StoryEvent.NodeReturned(it.second(), gpus(replay)));
      case Event.NodeRemoved it ->
          whileWaiting(replay, new StoryEvent.NodeLent(it.second(), gpus(replay)));
      case Note it -> noted(replay, it);
      // What the replay shows by its causes of waits needs no sentence of its own.
      default -> {}
    }
  }

  private static int gpus(Replay replay) {
    return replay.state().nodes().gpuCount();
  }

  private void noted(Replay replay, Note it) {
    boolean concernsIt = it.job() == Note.NO_JOB ? replay.state().isWaiting(job) : it.job() == job;
    if (concernsIt) {
      notes.told(replay.state(), it).map(StoryEvent.Noted::new).ifPresent(events::add);
    }
  }

  private void whileWaiting(Replay replay, StoryEvent event) {
    if (replay.state().isWaiting(job)) {
      events.add(event);
    }
  }

  private void queued(Replay replay, Event.Queued it) {
    if (it.job() == job) {
      events.add(queue.place(replay, it, notes.isSharing()));
      if (estimate.isEmpty() && !Double.isNaN(it.estimatedSeconds())) {
        estimate = OptionalDouble.of(it.estimatedSeconds());
      }
    }
  }

  private void started(ClusterState state, Event.Started it) {
    if (it.job() == job) {
      closeSegment();
      events.add(it.partners().isEmpty() ? alone(it) : shared(state, it));
      hasStarted = true;
      return;
    }
    for (Event.Partner partner : it.partners()) {
      if (partner.job() == job) {
        partners.add(it.job());
        events.add(new StoryEvent.Joined(it.second(), name(it.job()), partner.rate()));
      }
    }
    if (!hasStarted && state.isPresent(job) && cameLater(it.job())) {
      overtakenBy++;
    }
  }

  private boolean cameLater(int other) {
    return ledger.arrivalRank(other) > ledger.arrivalRank(job);
  }

  private static StoryEvent alone(Event.Started it) {
    return new StoryEvent.Started(it.second(), it.tries(), it.place().nodeCount());
  }

  private StoryEvent shared(ClusterState state, Event.Started it) {
    List<StoryEvent.Host> hosts = new ArrayList<>();
    for (Event.Partner partner : it.partners()) {
      partners.add(partner.job());
      hosts.add(
          new StoryEvent.Host(
              name(partner.job()), state.sharedGpus(job, partner.job()), partner.rate()));
    }
    return new StoryEvent.StartedShared(
        it.second(), it.tries(), it.place().gpuCount(), it.rate(), hosts);
  }

  private void closeSupply(long second) {
    if (supply != null) {
      Optional<JobName> by = nameIfAny(supply.by());
      events.add(
          new StoryEvent.Supplied(
              supply.second(),
              supply.cpus(),
              supply.memoryGb(),
              supply.wantedCpus(),
              supply.wantedMemoryGb(),
              supply.speed(),
              supply.wantedSpeed(),
              by,
              second - supply.second(),
              hostRule));
      supply = null;
    }
  }

  private Optional<JobName> nameIfAny(int other) {
    return other == ClusterState.NOBODY ? Optional.empty() : Optional.of(name(other));
  }

  private void preempted(Event.Preempted it, long ranSince) {
    if (it.job() == job) {
      closeSupply(it.second());
      events.add(new StoryEvent.Preempted(it.second(), nameIfAny(it.by()), it.second() - ranSince));
    }
  }

  private void ended(Event.Ended it) {
    if (it.job() == job) {
      closeSegment();
      closeSupply(it.second());
      events.add(
          it.outcome() == Outcome.ENDED
              ? new StoryEvent.Ended(it.second())
              : new StoryEvent.Left(it.second(), it.outcome()));
    } else if (partners.remove(it.job())) {
      events.add(new StoryEvent.PartnerEnded(it.second(), name(it.job()), partners.size()));
    }
  }

  private JobName name(int other) {
    return facts.name(rows[other]);
  }

  /** The jobs of the virtual cluster for notes. */
  private final class Jobs implements Notes.Jobs {
    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public int row(int other) {
      return rows[other];
    }

    @Override
    public JobName name(int other) {
      return JobWatch.this.name(other);
    }

    @Override
    public int shareScore(int other) {
      return facts.shareScore(rows[other]);
    }
  }
}

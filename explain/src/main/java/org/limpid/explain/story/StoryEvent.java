package org.limpid.explain.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.HostResources;
import org.limpid.simulation.policy.Notes;

/** Something that concerned a job. */
public sealed interface StoryEvent {
  /** Nodes that go to the profiler and come back. */
  Notes.Repeated LENDING =
      new Notes.Repeated(
          "Nodes went to the profiler or came back %s, without effect on this job", false);

  /** When, or when it began, seconds. */
  long second();

  /** It was submitted, and measured in the profiler until {@code toSecond}. */
  record Profiled(long second, long waitedSeconds, long toSecond, boolean ended)
      implements StoryEvent {}

  /**
   * It came into the queue of its virtual cluster.
   *
   * @param position waiting jobs before it
   * @param key what the queue is ordered by, smaller first
   * @param waitingJobs other waiting jobs
   * @param ahead the first of those before it, in the order of the queue; empty if the order is not
   *     known
   * @param gpusAhead GPUs that all those before it ask for; 0 if the order is not known
   * @param sharing whether sharing was on; empty if it was never switched before
   */
  record Queued(
      long second,
      int position,
      double key,
      int waitingJobs,
      List<QueuedJob> ahead,
      int gpusAhead,
      Optional<Boolean> sharing)
      implements StoryEvent {
    public Queued {
      ahead = List.copyOf(ahead);
    }
  }

  /** A job in the queue before another one, and what the queue is ordered by. */
  record QueuedJob(JobName job, double key) {}

  record Waited(Segment segment) implements StoryEvent {
    @Override
    public long second() {
      return segment.fromSecond();
    }
  }

  /** What the policy noted of it, or of all while it waited. */
  record Noted(Notes.Telling note) implements StoryEvent {
    @Override
    public long second() {
      return note.second();
    }
  }

  /** It started on GPUs of its own, after so many tries in vain, on so many nodes. */
  record Started(long second, int tries, int nodes) implements StoryEvent {}

  /**
   * It started on GPUs on some or all of which other jobs ran; rates are progress per second.
   *
   * @param gpus how many GPUs it got
   */
  record StartedShared(long second, int tries, int gpus, double rate, List<Host> hosts)
      implements StoryEvent {
    public StartedShared {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * A job that another one joined.
   *
   * @param gpus on how many GPUs they meet
   * @param rate its progress per second from then on
   */
  record Host(JobName job, int gpus, double rate) {}

  /** Another job joined it on its GPUs; from then on it progressed at this rate. */
  record Joined(long second, JobName newcomer, double rate) implements StoryEvent {}

  /** It went on on so many GPUs, at this progress per second. */
  record Resized(long second, int gpus, double rate) implements StoryEvent {}

  /**
   * From then on it had these CPUs and this memory on its nodes, for so many seconds.
   *
   * @param speed how fast it was with them; 1 is the speed with its fair share
   * @param wantedSpeed how fast it would have been with all that it wanted
   * @param by the job for which it was demoted; empty if it was not
   * @param seconds how long it had them
   * @param rule how they were allocated
   */
  record Supplied(
      long second,
      double cpus,
      double memoryGb,
      double wantedCpus,
      double wantedMemoryGb,
      double speed,
      double wantedSpeed,
      Optional<JobName> by,
      long seconds,
      HostResources rule)
      implements StoryEvent {
    /** Seconds that the same work would have taken less with all that it wanted. */
    public double lostSeconds() {
      return seconds * Math.max(0, 1 - speed / wantedSpeed);
    }

    /** Whether it had all that it wanted. */
    public boolean isFull() {
      return cpus >= wantedCpus && memoryGb >= wantedMemoryGb;
    }
  }

  /** A job with which it shared ended; with so many others it shares still. */
  record PartnerEnded(long second, JobName partner, int othersLeft) implements StoryEvent {}

  /** It was taken off its GPUs, which it had for so long; who got them, if that is known. */
  record Preempted(long second, Optional<JobName> by, long ranSeconds) implements StoryEvent {}

  /** While it waited an idle node was lent to the profiler; so many GPUs were left. */
  record NodeLent(long second, int gpusLeft) implements StoryEvent {}

  /** While it waited a node came to the virtual cluster; then it had so many GPUs. */
  record NodeReturned(long second, int gpus) implements StoryEvent {}

  record Ended(long second) implements StoryEvent {}

  /** It left before its work was done: killed at its limit, or turned away. */
  record Left(long second, Outcome outcome) implements StoryEvent {}

  /** How it is told together with others of its kind where nothing came of them. */
  default Optional<Notes.Repeated> repeated() {
    return switch (this) {
      case Noted it -> it.note().repeated();
      case NodeLent _, NodeReturned _ -> Optional.of(LENDING);
      default -> Optional.empty();
    };
  }

  /** What the event is called: {@code waited}, {@code started-shared}. */
  default String label() {
    return switch (this) {
      case Profiled _ -> "profiled";
      case Queued _ -> "queued";
      case Waited _ -> "waited";
      case Noted it -> it.note().label();
      case Started _ -> "started";
      case StartedShared _ -> "started-shared";
      case Joined _ -> "joined";
      case Resized _ -> "resized";
      case Supplied _ -> "supplied";
      case PartnerEnded _ -> "partner-ended";
      case Preempted _ -> "preempted";
      case NodeLent _ -> "node-lent";
      case NodeReturned _ -> "node-returned";
      case Ended _ -> "ended";
      case Left it -> it.outcome().name().toLowerCase(Locale.ROOT);
    };
  }
}

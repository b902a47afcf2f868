package org.limpid.simulation.waiting;

import java.util.Arrays;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.resource.Placer;
import org.limpid.simulation.state.ClusterState;

/**
 * One virtual cluster as its events left it, from second to second, and what waiting jobs waited
 * for. For one thread.
 */
public final class Replay {
  private static final int UNKNOWN = 0;
  private static final int FITS = 1;
  private static final int FITS_NOT = 2;

  private final PartitionLog log;
  private final ClusterState state;
  private final Placer placer;
  private final HeldByArrival held;
  private final byte[] fits;
  private long now;
  private long postponedUntil;
  private int blocking = ClusterState.NOBODY;

  /** Told of events and of the times between them. */
  public interface Visitor {
    /**
     * The state lasts from {@code from} until just before {@code to}; never empty. Some jobs wait.
     */
    default void holds(Replay replay, long from, long to) {}

    /** An event that was just brought about. */
    default void happened(Replay replay, Event event) {}
  }

  /**
   * A replay that has not begun.
   *
   * @throws IllegalStateException if the log names a placement rule that is not known
   */
  public Replay(PartitionLog log) {
    this.log = log;
    state = new ClusterState(log.gpuCounts(), new Nodes(log.nodeCount(), log.gpusPerNode()), 0);
    placer =
        PlacementRule.named(log.placer())
            .orElseThrow(() -> new IllegalStateException("no placement rule " + log.placer()))
            .placer(0);
    held = new HeldByArrival(log.jobCount());
    fits = new byte[Arrays.stream(log.gpuCounts()).max().orElse(0) + 1];
  }

  /**
   * Replays all events; may be called once.
   *
   * @throws IllegalStateException if the events don't follow from each other
   */
  public void run(Visitor visitor) {
    run(visitor, ClusterState.NEVER);
  }

  /**
   * Replays the events up to and with a second; may be called once.
   *
   * @throws IllegalStateException if the events don't follow from each other
   */
  public void run(Visitor visitor, long last) {
    for (Event event : log) {
      if (event.second() > last) {
        return;
      }
      passTo(event.second(), visitor);
      apply(event);
      visitor.happened(this, event);
    }
  }

  private void passTo(long second, Visitor visitor) {
    if (second > now && state.waitingCount() > 0) {
      // A scheduler that had put its decision off has looked again by then.
      if (postponedUntil > now && postponedUntil < second) {
        visitor.holds(this, now, postponedUntil);
        now = postponedUntil;
      }
      visitor.holds(this, now, second);
    }
    now = second;
  }

  private void apply(Event event) {
    switch (event) {
      case Event.Resized it -> release(it.job());
      case Event.Preempted it -> release(it.job());
      case Event.Ended it when state.isRunning(it.job()) -> release(it.job());
      case Event.Blocked it -> blocking = it.job();
      case Event.Postponed it -> postponedUntil = it.until();
      default -> {}
    }
    state.apply(event);
    switch (event) {
      case Event.Started it -> {
        take(it.job());
        if (blocking == it.job()) {
          blocking = ClusterState.NOBODY;
        }
      }
      case Event.Resized it -> take(it.job());
      case Event.NodeAdded _, Event.NodeRemoved _ -> forgetFits();
      default -> {}
    }
  }

  /** GPUs that are shared count for the job that came first; those of this one may be its own. */
  private void take(int job) {
    countHeld(job, 1);
    forgetFits();
  }

  private void release(int job) {
    state.requireRunning(job);
    countHeld(job, -1);
    forgetFits();
  }

  /**
   * A job comes or goes. With a partner that came later it takes the GPUs that they share from that
   * one, with one that came first it leaves them to it.
   */
  private void countHeld(int job, int sign) {
    int rank = state.arrivalRank(job);
    int own = state.place(job).gpuCount();
    for (int partner : state.partners(job)) {
      int shared = state.sharedGpus(job, partner);
      if (rank < state.arrivalRank(partner)) {
        held.add(state.arrivalRank(partner), -sign * shared);
      } else {
        own -= shared;
      }
    }
    held.add(rank, sign * own);
  }

  private void forgetFits() {
    Arrays.fill(fits, (byte) UNKNOWN);
  }

  /** The log that is replayed. */
  public PartitionLog log() {
    return log;
  }

  /** What was known in the second of the last event. */
  public ClusterState state() {
    return state;
  }

  /** GPUs that a job asks for. */
  public int gpuCount(int job) {
    return log.gpuCounts()[job];
  }

  /** The job that blocks those behind it; {@link ClusterState#NOBODY} if none does. */
  public int blocking() {
    return blocking;
  }

  /** GPUs held by jobs that arrived after this one; shared ones count only if both did. */
  public int gpusOfLater(int job) {
    return held.after(state.arrivalRank(job));
  }

  /** Whether the placement rule finds a place for so many GPUs. */
  public boolean fits(int gpuCount) {
    if (fits[gpuCount] == UNKNOWN) {
      fits[gpuCount] = (byte) (placer.place(state.nodes(), gpuCount) != null ? FITS : FITS_NOT);
    }
    return fits[gpuCount] == FITS;
  }

  /** What a waiting job waits for now. */
  public WaitCause cause(int job) {
    return WaitCause.of(this, job);
  }

  /** Whether the scheduler decides nothing yet. */
  boolean isPostponed() {
    return postponedUntil > now;
  }
}

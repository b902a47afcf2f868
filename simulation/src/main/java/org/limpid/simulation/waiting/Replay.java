package org.limpid.simulation.waiting;

import java.util.Arrays;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.cluster.Nodes;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.decision.PartitionLog;
import org.limpid.simulation.engine.Partition;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.placement.Placer;

/**
 * One virtual cluster as its decisions left it, from second to second: who waited, who held which
 * GPUs, and what waiting jobs waited for. For one thread.
 */
public final class Replay {
  private static final int UNKNOWN = 0;
  private static final int FITS = 1;
  private static final int FITS_NOT = 2;

  private final PartitionLog log;
  private final Nodes nodes;
  private final Placer placer;
  private final JobSet waiting;
  private final JobSet running;
  private final Allocation[] places;
  private final int[] partners;
  private final HeldByArrival held;
  private final byte[] fits;
  private long now;
  private long postponedUntil;
  private int blocking = Partition.NOBODY;

  /** Told of decisions and of the times between them. */
  public interface Visitor {
    /**
     * The state lasts from {@code from} until just before {@code to}; never empty. Some jobs wait.
     */
    default void holds(Replay state, long from, long to) {}

    /** A decision that was just carried out. */
    default void decided(Replay state, Decision decision) {}
  }

  /**
   * A replay that has not begun.
   *
   * @throws IllegalStateException if the log names a placement rule that is not known
   */
  public Replay(PartitionLog log) {
    this.log = log;
    nodes = new Nodes(log.nodeCount(), log.gpusPerNode());
    placer =
        PlacementRule.named(log.placer())
            .orElseThrow(() -> new IllegalStateException("no placement rule " + log.placer()))
            .placer(0);
    int jobs = log.jobCount();
    waiting = new JobSet(jobs);
    running = new JobSet(jobs);
    places = new Allocation[jobs];
    partners = new int[jobs];
    Arrays.fill(partners, Partition.NOBODY);
    held = new HeldByArrival(jobs);
    fits = new byte[Arrays.stream(log.gpuCounts()).max().orElse(0) + 1];
  }

  /**
   * Replays all decisions; may be called once.
   *
   * @throws IllegalStateException if the decisions don't follow from each other
   */
  public void run(Visitor visitor) {
    run(visitor, Partition.NEVER);
  }

  /**
   * Replays the decisions up to and with a second; may be called once.
   *
   * @throws IllegalStateException if the decisions don't follow from each other
   */
  public void run(Visitor visitor, long last) {
    for (Decision decision : log) {
      if (decision.second() > last) {
        return;
      }
      passTo(decision.second(), visitor);
      carryOut(decision);
      visitor.decided(this, decision);
    }
  }

  private void passTo(long second, Visitor visitor) {
    if (second < now) {
      throw new IllegalStateException("second %d comes after %d".formatted(second, now));
    }
    if (second > now && waiting.size() > 0) {
      // A scheduler that had put its decision off has looked again by then.
      if (postponedUntil > now && postponedUntil < second) {
        visitor.holds(this, now, postponedUntil);
        now = postponedUntil;
      }
      visitor.holds(this, now, second);
    }
    now = second;
  }

  private void carryOut(Decision decision) {
    switch (decision) {
      case Decision.Arrived it -> {
        require(!running.contains(it.job()), it);
        waiting.add(it.job());
      }
      case Decision.Started it -> {
        require(isOnNodes(it.place()) && it.place().gpuCount() == gpuCount(it.job()), it);
        start(it.job(), it.place());
      }
      case Decision.Shared it -> {
        require(running.contains(it.partner()) && partners[it.partner()] == Partition.NOBODY, it);
        share(it.job(), it.partner());
      }
      case Decision.Preempted it -> {
        stop(it.job());
        waiting.add(it.job());
      }
      case Decision.Ended it -> stop(it.job());
      case Decision.NodeAdded it -> {
        nodes.add(it.number());
        forgetFits();
      }
      case Decision.NodeRemoved it -> {
        require(isNode(it.position()), it);
        nodes.remove(it.position());
        forgetFits();
      }
      case Decision.NumbersSwapped it -> {
        require(isNode(it.position()) && isNode(it.other()), it);
        nodes.swapNumbers(it.position(), it.other());
      }
      case Decision.Postponed it -> postponedUntil = it.until();
      case Decision.Blocked it -> blocking = it.job();
      case Decision.Queued _ -> {}
      case Decision.NotPlaced _ -> {}
      case Decision.PartnersRefused _ -> {}
      case Decision.SharingSwitched _ -> {}
    }
  }

  /** A log that was read from a file may hold what no scheduler decides. */
  private static void require(boolean possible, Decision decision) {
    if (!possible) {
      throw new IllegalStateException("it was impossible that " + decision);
    }
  }

  private boolean isNode(int position) {
    return position < nodes.positionBound();
  }

  private boolean isOnNodes(Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      if (!isNode(place.node(i))) {
        return false;
      }
    }
    return true;
  }

  private void start(int job, Allocation place) {
    nodes.hold(place);
    forgetFits();
    begin(job, place);
    held.add(job, gpuCount(job));
  }

  private void share(int job, int partner) {
    nodes.share(places[partner]);
    begin(job, places[partner]);
    partners[job] = partner;
    partners[partner] = job;
    if (job < partner) {
      passGpus(partner, job);
    }
  }

  private void begin(int job, Allocation place) {
    waiting.remove(job);
    running.add(job);
    places[job] = place;
    if (blocking == job) {
      blocking = Partition.NOBODY;
    }
  }

  private void stop(int job) {
    running.remove(job);
    nodes.release(places[job]);
    forgetFits();
    places[job] = null;
    int partner = partners[job];
    if (partner == Partition.NOBODY) {
      held.add(job, -gpuCount(job));
      return;
    }
    partners[job] = Partition.NOBODY;
    partners[partner] = Partition.NOBODY;
    if (job < partner) {
      passGpus(job, partner);
    }
  }

  /** GPUs of a pair count for the one that came first: without the other they are held, too. */
  private void passGpus(int from, int to) {
    held.add(from, -gpuCount(from));
    held.add(to, gpuCount(to));
  }

  private void forgetFits() {
    Arrays.fill(fits, (byte) UNKNOWN);
  }

  /** The log that is replayed. */
  public PartitionLog log() {
    return log;
  }

  /** The second of the last decision. */
  public long now() {
    return now;
  }

  /** GPUs that a job asks for. */
  public int gpuCount(int job) {
    return log.gpuCounts()[job];
  }

  /** GPUs without a job. */
  public int freeGpus() {
    return nodes.freeGpus();
  }

  /** GPUs of the nodes that are here. */
  public int gpus() {
    return nodes.gpuCount();
  }

  /** Nodes that have exactly so many free GPUs. */
  public int nodesWithFree(int free) {
    return nodes.countWithFree(free);
  }

  /** Number of waiting jobs. */
  public int waitingCount() {
    return waiting.size();
  }

  /** One of the waiting jobs, in no particular but always the same order. */
  public int waiting(int index) {
    return waiting.job(index);
  }

  /** Whether the job waits. */
  public boolean isWaiting(int job) {
    return waiting.contains(job);
  }

  /** Number of running jobs. */
  public int runningCount() {
    return running.size();
  }

  /** One of the running jobs, in no particular but always the same order. */
  public int running(int index) {
    return running.job(index);
  }

  /** Whether the job runs. */
  public boolean isRunning(int job) {
    return running.contains(job);
  }

  /** GPUs of a running job, at positions of nodes. */
  public Allocation place(int job) {
    return places[job];
  }

  /** The job on the same GPUs; {@link Partition#NOBODY} if there is none. */
  public int partner(int job) {
    return partners[job];
  }

  /** The job that blocks those behind it; {@link Partition#NOBODY} if none does. */
  public int blocking() {
    return blocking;
  }

  /** GPUs held by jobs that arrived after this one; those of a pair count only if both did. */
  public int gpusOfLater(int job) {
    return held.after(job);
  }

  /** Whether the placement rule finds a place for so many GPUs. */
  public boolean fits(int gpuCount) {
    if (fits[gpuCount] == UNKNOWN) {
      fits[gpuCount] = (byte) (placer.place(nodes, gpuCount) != null ? FITS : FITS_NOT);
    }
    return fits[gpuCount] == FITS;
  }

  /** What a waiting job waits for now. */
  public WaitCause cause(int job) {
    int asked = gpuCount(job);
    int free = nodes.freeGpus();
    if (asked > free) {
      return asked <= free + held.after(job) ? WaitCause.BEHIND_SHORTER : WaitCause.CLUSTER_FULL;
    }
    if (!fits(asked)) {
      return WaitCause.FRAGMENTED;
    }
    return postponedUntil > now ? WaitCause.OVERHEAD : WaitCause.HEAD_OF_LINE;
  }
}

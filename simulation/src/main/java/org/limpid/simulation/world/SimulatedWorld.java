package org.limpid.simulation.world;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.state.ClusterState;

/**
 * What a simulator adds to what can be known of a virtual cluster: how much work of every job is
 * left, how fast it is done, and when the job ends.
 *
 * <p>A running job loses {@code rate} seconds of its remaining time in every second. Columns stand
 * in the slots of the {@link ClusterState}. For one thread.
 */
public final class SimulatedWorld implements Truth, Resumable {
  private final ClusterState state;
  private final IntToLongFunction work;
  private final IntToLongFunction limits;
  private final SupplySpeeds supplySpeeds;
  private final int endDelaySeconds;
  private final EndQueue ends = new EndQueue();

  // By slot.
  private int[] jobs = {};
  private double[] remaining = {};
  private double[] rates = {};
  private long[] advancedTo = {};

  /** Until when a running job may run, and for how long a waiting one; empty without limits. */
  private long[] mayRun = {};

  /** Rates with the fair share, and speeds with what jobs have; empty without such speeds. */
  private double[] fairRates = {};

  private double[] speeds = {};

  /**
   * A world in which no job has arrived.
   *
   * @param state what is known
   * @param truth what the jobs take
   * @param endDelaySeconds 0, or 1 if a job is found finished only in the second after
   */
  public SimulatedWorld(ClusterState state, JobWork truth, int endDelaySeconds) {
    this.state = state;
    this.endDelaySeconds = endDelaySeconds;
    work = truth.seconds();
    limits = truth.limitSeconds();
    supplySpeeds = truth.speeds();
  }

  @Override
  public long workSeconds(int job) {
    return work.applyAsLong(job);
  }

  @Override
  public double remaining(int job) {
    if (!state.isPresent(job)) {
      return state.hasEnded(job) ? 0 : work.applyAsLong(job);
    }
    return left(state.slot(job));
  }

  /** What was found is kept while the job goes on, so that asking often costs little. */
  private double left(int slot) {
    long steps = state.now() - advancedTo[slot];
    if (!ends.contains(slot) || steps == 0) {
      return remaining[slot];
    }
    double left = Progress.after(remaining[slot], rates[slot], steps);
    if (state.now() < ends.end(slot) - endDelaySeconds) {
      remaining[slot] = left;
      advancedTo[slot] = state.now();
    }
    return left;
  }

  /** Work that a job which is present has done, in seconds of the job alone. */
  public double attained(int job) {
    return work.applyAsLong(job) - left(state.slot(job));
  }

  /** Progress per second of a running job; 1 is that of a job alone. */
  public double rate(int job) {
    return rates[state.slot(job)];
  }

  /** The second in which the next running job ends; {@link ClusterState#NEVER} if none runs. */
  public long nextEnd() {
    return ends.firstEnd();
  }

  /** The job that ends next; one must run. */
  public int first() {
    return jobs[ends.first()];
  }

  /** A job has arrived. */
  public void arrived(int job) {
    int slot = state.slot(job);
    if (slot >= jobs.length) {
      grow(Math.max(slot + 1, 2 * slot));
    }
    jobs[slot] = job;
    remaining[slot] = work.applyAsLong(job);
    rates[slot] = 1;
    if (limits != null) {
      mayRun[slot] = limits.applyAsLong(job);
    }
  }

  private void grow(int capacity) {
    jobs = Arrays.copyOf(jobs, capacity);
    remaining = Arrays.copyOf(remaining, capacity);
    rates = Arrays.copyOf(rates, capacity);
    advancedTo = Arrays.copyOf(advancedTo, capacity);
    if (limits != null) {
      mayRun = Arrays.copyOf(mayRun, capacity);
    }
    if (supplySpeeds != null) {
      fairRates = Arrays.copyOf(fairRates, capacity);
      speeds = Arrays.copyOf(speeds, capacity);
    }
  }

  /** A job has started, or goes on. */
  public void started(int job) {
    int slot = state.slot(job);
    advancedTo[slot] = state.now();
    rates[slot] = 1;
    if (supplySpeeds != null) {
      fairRates[slot] = 1;
      speeds[slot] = 1;
    }
    if (limits != null && mayRun[slot] != ClusterState.NEVER) {
      mayRun[slot] += state.now();
    }
    ends.add(slot, expectedEnd(slot), state.startOrder(job));
  }

  /**
   * Changes the progress per second of a running job from now on. Nothing changes for a job that
   * ends in the current second: its work is done.
   */
  public void setRate(int job, double rate) {
    setRate(job, rate, 0);
  }

  /** Like {@link #setRate(int, double)}, at the cost of some seconds of work. */
  public void setRate(int job, double rate, double overheadSeconds) {
    int slot = state.slot(job);
    if (ends.end(slot) <= state.now()) {
      return;
    }
    remaining[slot] = left(slot) + overheadSeconds;
    advancedTo[slot] = state.now();
    rates[slot] = supplySpeeds == null ? rate : supplied(slot, rate);
    ends.changeEnd(slot, expectedEnd(slot));
  }

  private double supplied(int slot, double rate) {
    fairRates[slot] = rate;
    return rate * speeds[slot];
  }

  /**
   * A running job has other CPUs and memory from now on.
   *
   * @param cpusPerGpu logical processors beside each GPU
   * @param memoryGbPerGpu memory beside each GPU, GB
   */
  public void supply(int job, double cpusPerGpu, double memoryGbPerGpu) {
    int slot = state.slot(job);
    speeds[slot] = supplySpeeds.speed(job, cpusPerGpu, memoryGbPerGpu);
    setRate(job, fairRates[slot]);
  }

  /** How fast a running job is by its CPUs and memory; 1: as with its fair share. */
  public double supplySpeed(int job) {
    return speeds[state.slot(job)];
  }

  /** How fast it would be with others. */
  public double supplySpeed(int job, double cpusPerGpu, double memoryGbPerGpu) {
    return supplySpeeds.speed(job, cpusPerGpu, memoryGbPerGpu);
  }

  /** A running job is about to be taken off its GPUs, at the cost of some seconds of work. */
  public void stops(int job, long overheadSeconds) {
    int slot = state.slot(job);
    remaining[slot] = left(slot) + overheadSeconds;
    ends.remove(slot);
    if (limits != null && mayRun[slot] != ClusterState.NEVER) {
      mayRun[slot] -= state.now();
    }
  }

  /** The job that ends next is about to leave; how it came to that. */
  public Outcome ends(int job) {
    int slot = state.slot(job);
    boolean isDone = limits == null || workEnd(slot) <= state.now();
    ends.remove(slot);
    return isDone ? Outcome.ENDED : Outcome.KILLED;
  }

  private long expectedEnd(int slot) {
    long done = workEnd(slot);
    return limits == null ? done : Math.min(done, mayRun[slot]);
  }

  private long workEnd(int slot) {
    return advancedTo[slot] + Progress.secondsToEnd(remaining[slot], rates[slot]) + endDelaySeconds;
  }

  /** The ends, and the jobs that are present with what the state knows of them. */
  @Override
  public void save(ByteWriter out) {
    out.putSigned(ends.size());
    for (int place = 0; place < ends.size(); place++) {
      int slot = ends.job(place);
      out.putSigned(jobs[slot]);
      out.putSigned(ends.end(slot));
      out.putSigned(ends.order(slot));
    }
    int[] present = state.presentJobs();
    out.putSigned(present.length);
    for (int job : present) {
      out.putSigned(job);
      saveJob(job, state.slot(job), out);
    }
  }

  private void saveJob(int job, int slot, ByteWriter out) {
    out.putDouble(remaining[slot]);
    out.putSigned(state.now() - state.waitingSince(job));
    out.putSigned(state.startSeconds(job));
    out.putSigned(state.queueSeconds(job));
    out.putSigned(state.preemptions(job));
    if (state.isRunning(job)) {
      out.putDouble(rates[slot]);
      out.putSigned(state.now() - advancedTo[slot]);
      state.place(job).save(out);
      if (supplySpeeds != null) {
        out.putDouble(fairRates[slot]);
        out.putDouble(speeds[slot]);
      }
    }
    if (limits != null) {
      out.putSigned(mayRun[slot]);
    }
  }

  /** To be called when the state has been told which jobs have arrived. */
  @Override
  public void restore(ByteReader in) {
    int running = in.takeWhole(0, state.arrivedCount());
    int[] jobsOfHeap = new int[running];
    long[] endsOfHeap = new long[running];
    long[] orders = new long[running];
    for (int place = 0; place < running; place++) {
      jobsOfHeap[place] = in.takeWhole(0, state.jobCount() - 1);
      endsOfHeap[place] = in.takeSigned();
      orders[place] = in.takeSigned();
    }
    Map<Integer, Allocation> places = new HashMap<>();
    Arrays.stream(jobsOfHeap).forEach(job -> places.put(job, null));
    int present = in.takeWhole(0, state.arrivedCount());
    for (int i = 0; i < present; i++) {
      restoreJob(in.takeWhole(0, state.jobCount() - 1), places, in);
    }
    IntStream.range(0, running)
        .boxed()
        .sorted(Comparator.comparingLong(place -> orders[place]))
        .forEach(place -> {
          int job = jobsOfHeap[place];
          state.putBackOn(job, places.get(job), orders[place]);
        });
    for (int place = 0; place < running; place++) {
      ends.add(state.slot(jobsOfHeap[place]), endsOfHeap[place], orders[place]);
    }
  }

  private void restoreJob(int job, Map<Integer, Allocation> places, ByteReader in) {
    double left = in.takeAmount();
    state.putBack(
        job,
        state.now() - in.takeSigned(),
        in.takeSigned(),
        in.takeSigned(),
        in.takeWhole(0, Integer.MAX_VALUE));
    arrived(job);
    int slot = state.slot(job);
    remaining[slot] = left;
    if (places.containsKey(job)) {
      rates[slot] = in.takeAmount();
      advancedTo[slot] = state.now() - in.takeSigned();
      places.put(job, Allocation.restored(in, state.nodes().positionBound()));
      if (supplySpeeds != null) {
        fairRates[slot] = in.takeAmount();
        speeds[slot] = in.takeAmount();
      }
    }
    if (limits != null) {
      mayRun[slot] = in.takeSigned();
    }
  }
}

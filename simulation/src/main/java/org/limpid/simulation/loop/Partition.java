package org.limpid.simulation.loop;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.host.HostDemands;
import org.limpid.simulation.host.HostRule;
import org.limpid.simulation.host.Hosts;
import org.limpid.simulation.host.Supply;
import org.limpid.simulation.job.Conventions;
import org.limpid.simulation.job.Demand;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.NodeReservation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.resource.PlaceFinder;
import org.limpid.simulation.resource.Placer;
import org.limpid.simulation.state.ClusterState;
import org.limpid.simulation.world.JobWork;
import org.limpid.simulation.world.SimulatedWorld;
import org.limpid.simulation.world.Truth;

/**
 * A set of nodes scheduled together and its jobs, as a {@link Scheduler} sees and directs it: a
 * virtual cluster or the profiler. What can be known comes from a {@link ClusterState}; what is
 * true beyond that from a {@link SimulatedWorld}, which shows itself in when jobs end.
 *
 * <p>The engine moves the clock, ends jobs and accepts arrivals; the scheduler starts, shares,
 * preempts and rejects. Times are whole seconds. Mutable, for one thread. It is long because it is
 * all that a scheduler may ask and do; each method passes on to state, world and sink.
 */
public final class Partition implements Resumable {
  /** A second that never comes. */
  public static final long NEVER = ClusterState.NEVER;

  /** The number of no job. */
  public static final int NOBODY = ClusterState.NOBODY;

  private final PartitionJobs jobs;
  private final ClusterState state;
  private final SimulatedWorld world;
  private final PlaceFinder places;
  private final Arrivals arrivals;
  private EventSink sink = EventSink.NONE;
  private boolean wantsReasons;
  private boolean showsTruth;

  /** Null: nobody counts CPUs and memory. */
  private Hosts hosts;

  /**
   * A partition in which no job has arrived.
   *
   * @param jobs the jobs
   * @param work what they take
   * @param nodes their nodes, all idle
   * @param placer where jobs go
   * @param startSecond where the clock starts; no job arrives before
   * @param endDelaySeconds 0, or 1 if a job is found finished only in the second after
   */
  public Partition(
      PartitionJobs jobs,
      JobWork work,
      Nodes nodes,
      Placer placer,
      long startSecond,
      int endDelaySeconds) {
    this.jobs = jobs;
    state = new ClusterState(jobs.gpuCounts(), nodes, startSecond);
    world = new SimulatedWorld(state, work, endDelaySeconds);
    places = new PlaceFinder(nodes, placer);
    arrivals = new Arrivals(jobs);
  }

  /** Tells a sink whatever happens from now on; to be called once, before anything happens. */
  public Partition tellingTo(EventSink listener) {
    sink = listener;
    wantsReasons = listener.wantsReasons();
    return this;
  }

  /** Lets the scheduler look at {@link #truth}. */
  public Partition showingTruth() {
    showsTruth = true;
    return this;
  }

  /**
   * Allocates the CPUs and the memory of nodes, too; to be called once, before anything happens.
   * The work of jobs has to tell what they make of them.
   */
  public Partition supplyingBy(HostRule rule, HostDemands demands) {
    hosts = new Hosts(rule, demands, state);
    return this;
  }

  /** Who has which CPUs and memory; empty where nobody counts them. */
  public Optional<Hosts> hosts() {
    return Optional.ofNullable(hosts);
  }

  /** How fast a running job is by its CPUs and memory; 1: as with its fair share. */
  public double supplySpeed(int job) {
    return world.supplySpeed(job);
  }

  /** How fast it would be with all CPUs and memory that it wants. */
  public double wantedSpeed(int job) {
    int gpus = state.place(job).gpuCount();
    Supply wanted = hosts.wanted(job);
    return world.supplySpeed(job, wanted.cpus() / gpus, wanted.memoryGb() / gpus);
  }

  /** The jobs of this partition. */
  public PartitionJobs jobs() {
    return jobs;
  }

  /** What can be known of it. */
  public ClusterState state() {
    return state;
  }

  /** The nodes of this partition. */
  public Nodes nodes() {
    return state.nodes();
  }

  /**
   * How long jobs take.
   *
   * @throws IllegalStateException if the policy has not said that it needs to know that
   */
  public Truth truth() {
    if (!showsTruth) {
      throw new IllegalStateException(
          "the policy looks at true durations, but does not say that it needs them");
    }
    return world;
  }

  /** The current second. */
  public long now() {
    return state.now();
  }

  /** Jobs that run. */
  public int runningJobs() {
    return state.runningCount();
  }

  /** Jobs that have arrived, have not ended and do not run. */
  public int waitingJobs() {
    return state.waitingCount();
  }

  /** GPUs that waiting jobs ask for. */
  public long waitingGpus() {
    return state.waitingGpus();
  }

  /** Waiting jobs that ask for fewer than {@value Conventions#SMALL_JOB_GPUS} GPUs. */
  public int waitingSmallJobs() {
    return state.waitingSmallJobs();
  }

  /** Visits the running jobs, in no particular but always the same order. */
  public void forEachRunning(IntConsumer visitor) {
    for (int i = 0; i < state.runningCount(); i++) {
      visitor.accept(state.running(i));
    }
  }

  /** The running jobs, those that started first before the others. */
  public int[] runningInStartOrder() {
    return state.runningInStartOrder();
  }

  /** The jobs that have arrived and not ended, by their numbers. */
  public int[] presentJobs() {
    return state.presentJobs();
  }

  /** Whether the job runs. */
  public boolean isRunning(int job) {
    return state.isRunning(job);
  }

  /** Place of a running job in the running list: jobs that started later have larger numbers. */
  public long startOrder(int job) {
    return state.startOrder(job);
  }

  /** GPUs that a running job holds. */
  public Allocation allocation(int job) {
    return state.place(job);
  }

  /** Progress of a running job per second; 1 is that of a job on GPUs of its own. */
  public double rate(int job) {
    return world.rate(job);
  }

  /** Work that a job which is present has done, in seconds of the job alone. */
  public double attained(int job) {
    return world.attained(job);
  }

  /**
   * Starts a waiting job on GPUs of its own if the placement rule finds some.
   *
   * @return whether it has started
   * @throws IllegalStateException if a place was found for a job that does not wait
   */
  public boolean tryStart(int job) {
    return startAt(
        hosts == null
            ? places.find(jobs.gpuCount(job))
            : hosts.find(job, places, NodeReservation.NONE),
        job);
  }

  /** Starts a waiting job without the nodes of a reservation. */
  public boolean tryStart(int job, NodeReservation avoided) {
    return startAt(
        hosts == null ? places.find(jobs.gpuCount(job), avoided) : hosts.find(job, places, avoided),
        job);
  }

  /** Whether a waiting job might find free GPUs, as far as that is known without a search. */
  public boolean mayStart(int job) {
    return places.mayFind(jobs.gpuCount(job));
  }

  /** Starts a job on free GPUs; null: there is no place for it. */
  private boolean startAt(Allocation place, int job) {
    if (place == null) {
      if (wantsReasons) {
        sink.notPlaced(job);
      }
      return false;
    }
    state.start(job, place);
    world.started(job);
    supplyStarted(job);
    sink.started(job);
    return true;
  }

  private void supplyStarted(int job) {
    if (hosts != null) {
      hosts.started(job);
    }
  }

  /** Free GPUs that the placement rule would give to a job; null if it finds too few. */
  public Allocation findPlace(int gpuCount) {
    return places.find(gpuCount);
  }

  /**
   * Starts a waiting job on free GPUs, of which it may have fewer or more than it asks for if its
   * {@link Demand} says so.
   *
   * @param rate its progress per second
   * @throws IllegalStateException if the job does not wait, a GPU is not free, or the job can't run
   *     on so many
   */
  public void start(int job, Allocation place, double rate) {
    start(job, place, rate, 0);
  }

  /**
   * Like {@link #start(int, Allocation, double)}, at a cost.
   *
   * @param overheadSeconds work added to what is left, for the start; a cost of {@code c} seconds
   *     in which nothing is done is {@code c * rate}
   */
  public void start(int job, Allocation place, double rate, double overheadSeconds) {
    requireDemanded(job, place);
    state.start(job, place);
    world.started(job);
    world.setRate(job, rate, overheadSeconds);
    supplyStarted(job);
    sink.started(job);
  }

  /**
   * Lets a running job go on on other GPUs, more or fewer; it may keep some.
   *
   * @param rate its progress per second from now on
   * @param overheadSeconds work added to what is left, for the change; a cost of {@code c} seconds
   *     in which nothing is done is {@code c * rate}
   * @throws IllegalStateException if the job does not run or shares a GPU, another job has one of
   *     the new ones, or the job can't run on so many
   */
  public void resize(int job, Allocation place, double rate, double overheadSeconds) {
    requireDemanded(job, place);
    Allocation before = state.place(job);
    supplyLeft(job);
    state.resize(job, place);
    world.setRate(job, rate, overheadSeconds);
    supplyStarted(job);
    sink.resized(job, before);
  }

  private void requireDemanded(int job, Allocation place) {
    if (!jobs.demand(job).allows(place.gpuCount())) {
      throw new IllegalStateException(
          "job %d can't run on %d GPUs: it asks for %s"
              .formatted(job, place.gpuCount(), jobs.demand(job)));
    }
  }

  /**
   * Starts a waiting job on exactly the GPUs of a running one; each then has its own rate.
   *
   * @throws IllegalStateException if the job does not wait, the partner does not run, or one of its
   *     GPUs is shared already
   */
  public void startShared(int job, int partner, double rate, double partnerRate) {
    state.requireRunning(partner);
    startShared(job, state.place(partner), rate, _ -> partnerRate);
  }

  /**
   * Starts a waiting job on any GPUs; on some or all of them one other job each runs.
   *
   * @param rate its progress per second
   * @param partnerRates that of each of the others from now on
   * @throws IllegalStateException if the job does not wait, or a GPU is shared already
   */
  public void startShared(
      int job, Allocation place, double rate, IntToDoubleFunction partnerRates) {
    state.startShared(job, place);
    world.started(job);
    world.setRate(job, rate);
    for (int partner : state.partners(job)) {
      world.setRate(partner, partnerRates.applyAsDouble(partner));
    }
    supplyStarted(job);
    sink.startedShared(job);
  }

  /**
   * Changes the progress per second of a running job from now on. Nothing changes for a job that
   * ends in the current second: its work is done.
   */
  public void setRate(int job, double rate) {
    world.setRate(job, rate);
  }

  /** Like {@link #preempt(int, int, long)} where no single job is to blame. */
  public void preempt(int job, long overheadSeconds) {
    preempt(job, NOBODY, overheadSeconds);
  }

  /**
   * Takes a running job off its GPUs; it waits again from now on.
   *
   * @param by the waiting job that gets what it had; {@link #NOBODY} if not known
   * @param overheadSeconds work added to what is left, for saving and restoring its state
   * @throws IllegalStateException if the job does not run
   */
  public void preempt(int job, int by, long overheadSeconds) {
    state.requireRunning(job);
    sink.preempted(job, by);
    world.stops(job, overheadSeconds);
    supplyLeft(job);
    state.preempt(job);
  }

  /**
   * Turns a waiting job away for good.
   *
   * @throws IllegalStateException if the job does not wait
   */
  public void reject(int job) {
    if (!state.isWaiting(job)) {
      throw new IllegalStateException(
          "job %d can't be rejected in second %d: it does not wait".formatted(job, now()));
    }
    leave(job, Outcome.REJECTED);
  }

  /** Adds an idle node at the end of the node order. */
  public void addNode(int number) {
    state.addNode(number);
    if (wantsReasons) {
      sink.told(new Event.NodeAdded(now(), number));
    }
  }

  /** Takes an idle node away. */
  public void removeNode(int position) {
    state.removeNode(position);
    if (wantsReasons) {
      sink.told(new Event.NodeRemoved(now(), position));
    }
  }

  /**
   * Exchanges the numbers of two nodes; jobs stay where they are. In the records of jobs on the
   * first node its share moves behind their others, as in the published artifact of Lucid.
   */
  public void swapNumbers(int busyPosition, int idlePosition) {
    state.swapNumbers(busyPosition, idlePosition);
    if (wantsReasons) {
      sink.told(new Event.NumbersSwapped(now(), busyPosition, idlePosition));
    }
  }

  /**
   * Whether somebody wants to know the reasons of decisions. If not, a scheduler should spare
   * itself the work to find out what it would tell.
   */
  public boolean wantsReasons() {
    return wantsReasons;
  }

  /**
   * Tells that a waiting job was put into the queue of the policy.
   *
   * @param position how many waiting jobs are before it
   * @param key what the policy orders by; smaller goes first
   */
  public void tellQueued(int job, int position, double key) {
    if (wantsReasons) {
      sink.told(new Event.Queued(now(), job, position, key, jobs.estimatedSeconds(job)));
    }
  }

  /** Tells that a waiting job was tried in vain, by a policy that looks for places itself. */
  public void tellNotPlaced(int job) {
    if (wantsReasons) {
      sink.notPlaced(job);
    }
  }

  /** Tells that jobs behind this one have to wait because it could not be placed. */
  public void tellBlocked(int job) {
    if (wantsReasons) {
      sink.told(new Event.Blocked(now(), job));
    }
  }

  /** Tells that the scheduler decides nothing now, but will at {@code until}. */
  public void tellPostponed(long until) {
    if (wantsReasons) {
      sink.told(new Event.Postponed(now(), until));
    }
  }

  /** Tells a note of the policy; of a job, or of {@link Note#NO_JOB}. */
  public void tellNote(int job, String kind, double... values) {
    if (wantsReasons) {
      sink.noted(now(), job, kind, values);
    }
  }

  /**
   * The clock, the nodes, and the jobs that are present; those that have ended are left out. To be
   * called when all shares have taken {@link #supply effect}.
   */
  @Override
  public void save(ByteWriter out) {
    state.saveCounts(out);
    state.nodes().save(out);
    world.save(out);
    places.save(out);
    if (hosts != null) {
      hosts.save(out);
    }
  }

  @Override
  public void restore(ByteReader in) {
    state.restoreCounts(in);
    state.nodes().restore(in);
    world.restore(in);
    places.restore(in);
    if (hosts != null) {
      hosts.restore(in);
    }
    arrivals.skip(state.arrivedCount());
  }

  boolean isFinished() {
    return state.endedCount() == state.jobCount();
  }

  long nextEnd() {
    return world.nextEnd();
  }

  long nextArrival() {
    return arrivals.nextSecond();
  }

  void moveTo(long second) {
    sink.holds(now(), second);
    state.moveTo(second);
  }

  void finish() {
    sink.holds(now(), NEVER);
  }

  int acceptNext() {
    int job = arrivals.take();
    state.arrive(job);
    world.arrived(job);
    sink.arrived(job);
    return job;
  }

  int endNext() {
    int job = world.first();
    leave(job, world.ends(job));
    return job;
  }

  private void leave(int job, Outcome outcome) {
    sink.ended(job, outcome);
    if (outcome != Outcome.REJECTED) {
      supplyLeft(job);
    }
    state.end(job);
    arrivals.ended(job, now());
  }

  private void supplyLeft(int job) {
    if (hosts != null) {
      hosts.left(job);
    }
  }

  /** Gives CPUs and memory that have become free to jobs that run already. */
  void refill() {
    if (hosts != null) {
      hosts.settle();
    }
  }

  /**
   * Gives CPUs and memory that have become free to jobs that run, and lets all shares that have
   * changed take effect; the engine does so after each turn of the scheduler.
   */
  public void supply() {
    if (hosts != null) {
      hosts.settle();
      hosts.tellChanges(this::supplied);
    }
  }

  private void supplied(int job, int by) {
    world.supply(job, hosts.cpusPerGpu(job), hosts.memoryGbPerGpu(job));
    sink.supplied(job, by);
  }
}

package org.limpid.simulation.state;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.job.Conventions;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/**
 * What can be known of one virtual cluster in some second: its nodes, who waits and who holds which
 * GPUs since when. Nothing here tells how long a job will run.
 *
 * <p>It is what the events up to then amount to. The simulator brings it about event by event, and
 * a replay from a log of them with {@link #apply}; so both mean the same.
 *
 * <p>Jobs are numbers from 0. While a job is present, that is from its arrival to its end, its
 * facts stand in a slot, which later jobs use again; so memory grows with the jobs that are
 * present. For one thread. It is one piece because every arrival, start, preemption and end changes
 * nodes, lists, counts and slots together.
 */
public final class ClusterState {
  /** A second that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The number of no job. */
  public static final int NOBODY = -1;

  private static final long NOT_YET = -1;
  private static final int TO_COME = -1;
  private static final int GONE = -2;
  private static final int[] NO_JOBS = {};

  private final int[] gpuCounts;
  private final Nodes nodes;
  private final int[] slots;
  private final JobList waiting = new JobList();
  private final JobList running = new JobList();
  private final SlotStack free = new SlotStack();
  private Residents residents;
  private long now;
  private long starts;
  private int arrived;
  private int ended;
  private long waitingGpus;
  private int waitingSmall;

  // By slot.
  private int[] indexes = new int[0];
  private int[] ranks = {};
  private long[] waitingSince = {};
  private long[] firstStart = {};
  private long[] since = {};
  private long[] startOrders = {};
  private long[] queueSeconds = {};
  private int[] preemptions = {};
  private Allocation[] places = {};

  /**
   * A virtual cluster in which no job has arrived.
   *
   * @param gpuCounts per job the GPUs that it asks for; kept, not copied
   * @param nodes its nodes, all idle
   * @param startSecond where the clock starts
   */
  public ClusterState(int[] gpuCounts, Nodes nodes, long startSecond) {
    this.gpuCounts = gpuCounts;
    this.nodes = nodes;
    slots = new int[gpuCounts.length];
    Arrays.fill(slots, TO_COME);
    now = startSecond;
  }

  /** Free slots, the one that was left last on top. */
  private static final class SlotStack {
    private int[] slots = {};
    private int size;

    void push(int slot) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, Math.max(16, 2 * size));
      }
      slots[size++] = slot;
    }

    int pop() {
      return slots[--size];
    }
  }

  /** The nodes. */
  public Nodes nodes() {
    return nodes;
  }

  /** The current second. */
  public long now() {
    return now;
  }

  /** Number of jobs, those included that have not arrived. */
  public int jobCount() {
    return slots.length;
  }

  /** GPUs that a job asks for. */
  public int gpuCount(int job) {
    return gpuCounts[job];
  }

  /** How many jobs have arrived so far. */
  public int arrivedCount() {
    return arrived;
  }

  /** How many jobs have left for good. */
  public int endedCount() {
    return ended;
  }

  /** Whether the job has arrived and not left. */
  public boolean isPresent(int job) {
    return slots[job] >= 0;
  }

  /** Whether the job has left for good. */
  public boolean hasEnded(int job) {
    return slots[job] == GONE;
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
    return isPresent(job) && places[slots[job]] == null;
  }

  /** GPUs that waiting jobs ask for. */
  public long waitingGpus() {
    return waitingGpus;
  }

  /** Waiting jobs that ask for fewer than {@value Conventions#SMALL_JOB_GPUS} GPUs. */
  public int waitingSmallJobs() {
    return waitingSmall;
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
    return isPresent(job) && places[slots[job]] != null;
  }

  /** The running jobs, those that started first before the others. */
  public int[] runningInStartOrder() {
    return Arrays.stream(running.toArray())
        .boxed()
        .sorted(Comparator.comparingLong(this::startOrder))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The jobs that have arrived and not left, by their numbers. */
  public int[] presentJobs() {
    return IntStream.concat(IntStream.of(waiting.toArray()), IntStream.of(running.toArray()))
        .sorted()
        .toArray();
  }

  /** How many jobs had arrived before this one, which is present. */
  public int arrivalRank(int job) {
    return ranks[slots[job]];
  }

  /** Since when a waiting job waits. */
  public long waitingSince(int job) {
    return waitingSince[slots[job]];
  }

  /** Second of the first start of a job that is present; -1: not yet. */
  public long startSeconds(int job) {
    return firstStart[slots[job]];
  }

  /** When a job that is present last got GPUs. */
  public long since(int job) {
    return since[slots[job]];
  }

  /** Place of a running job in the running list: jobs that started later have larger numbers. */
  public long startOrder(int job) {
    return startOrders[slots[job]];
  }

  /** Seconds that a job that is present has waited before all its starts. */
  public long queueSeconds(int job) {
    return queueSeconds[slots[job]];
  }

  /** How often a job that is present was taken off its GPUs. */
  public int preemptions(int job) {
    return preemptions[slots[job]];
  }

  /** GPUs of a running job, at positions of nodes. */
  public Allocation place(int job) {
    return places[slots[job]];
  }

  /** The other jobs on the GPUs of a running job. */
  public int[] partners(int job) {
    Allocation place = place(job);
    return residents != null && nodes.isShared(place) ? residents.partners(job, place) : NO_JOBS;
  }

  /** On how many of its GPUs a running job meets another one. */
  public int sharedGpus(int job, int partner) {
    return residents.sharedGpus(job, place(job), partner);
  }

  /** Where columns of others may keep what they know of a job that is present. */
  public int slot(int job) {
    return slots[job];
  }

  /**
   * The clock moves on.
   *
   * @throws IllegalStateException if it goes back
   */
  public void moveTo(long second) {
    if (second < now) {
      throw new IllegalStateException("the clock can't go back from " + now + " to " + second);
    }
    now = second;
  }

  /** A job arrives. */
  public void arrive(int job) {
    enter(job, arrived++);
    wait(job);
  }

  private void enter(int job, int rank) {
    if (slots[job] != TO_COME) {
      throw new IllegalStateException("job " + job + " arrives again in second " + now);
    }
    if (free.size == 0) {
      grow(Math.max(16, 2 * ranks.length));
    }
    int slot = free.pop();
    slots[job] = slot;
    ranks[slot] = rank;
    firstStart[slot] = NOT_YET;
    queueSeconds[slot] = 0;
    preemptions[slot] = 0;
    places[slot] = null;
  }

  private void grow(int capacity) {
    for (int slot = capacity - 1; slot >= ranks.length; slot--) {
      free.push(slot);
    }
    indexes = Arrays.copyOf(indexes, capacity);
    ranks = Arrays.copyOf(ranks, capacity);
    waitingSince = Arrays.copyOf(waitingSince, capacity);
    firstStart = Arrays.copyOf(firstStart, capacity);
    since = Arrays.copyOf(since, capacity);
    startOrders = Arrays.copyOf(startOrders, capacity);
    queueSeconds = Arrays.copyOf(queueSeconds, capacity);
    preemptions = Arrays.copyOf(preemptions, capacity);
    places = Arrays.copyOf(places, capacity);
  }

  /**
   * A waiting job starts on free GPUs.
   *
   * @throws IllegalStateException if it does not wait, or one of the GPUs is not free
   */
  public void start(int job, Allocation place) {
    requireWaiting(job);
    nodes.hold(place);
    begin(job, place);
    if (residents != null) {
      residents.add(job, place);
    }
  }

  /**
   * A waiting job starts on GPUs on some or all of which one other job each is already.
   *
   * @throws IllegalStateException if it does not wait, or one of the GPUs has two jobs
   */
  public void startShared(int job, Allocation place) {
    requireWaiting(job);
    shareFromNowOn();
    nodes.share(place);
    begin(job, place);
    residents.add(job, place);
  }

  /** Where nothing is shared, nobody needs to know who is on which GPU. */
  private void shareFromNowOn() {
    if (residents == null) {
      residents = new Residents(nodes.gpusPerNode());
      for (int i = 0; i < running.size(); i++) {
        residents.add(running.job(i), place(running.job(i)));
      }
    }
  }

  private void begin(int job, Allocation place) {
    int slot = slots[job];
    leave(waiting, slot);
    countWaiting(job, -1);
    queueSeconds[slot] += now - waitingSince[slot];
    run(job, place, starts++);
    since[slot] = now;
    if (firstStart[slot] == NOT_YET) {
      firstStart[slot] = now;
    }
  }

  private void run(int job, Allocation place, long startOrder) {
    int slot = slots[job];
    places[slot] = place;
    startOrders[slot] = startOrder;
    indexes[slot] = running.add(job);
  }

  /** Appends the clock and the counts of starts and arrivals. */
  public void saveCounts(ByteWriter out) {
    out.putSigned(now);
    out.putSigned(starts);
    out.putSigned(arrived);
  }

  /**
   * Goes on where {@link #saveCounts} was called. Of the jobs that have arrived by then, the first
   * ones, those that are not put back have left.
   */
  public void restoreCounts(ByteReader in) {
    now = in.takeSigned();
    starts = in.takeSigned();
    arrived = in.takeWhole(0, slots.length);
    ended = arrived;
    Arrays.fill(slots, 0, arrived, GONE);
  }

  /**
   * Puts a job back that is present in the state that is restored; it waits.
   *
   * @param since since when it waits
   * @param started second of its first start, or -1
   * @param waited seconds that it has waited before its starts
   * @param times how often it was taken off its GPUs
   */
  public void putBack(int job, long since, long started, long waited, int times) {
    slots[job] = TO_COME;
    enter(job, job);
    wait(job);
    int slot = slots[job];
    waitingSince[slot] = since;
    firstStart[slot] = started;
    queueSeconds[slot] = waited;
    preemptions[slot] = times;
    ended--;
  }

  /**
   * Puts a job that was put back on its GPUs; to be called in the order of their starts. Who
   * started later on GPUs that are held shares them.
   */
  public void putBackOn(int job, Allocation place, long startOrder) {
    leave(waiting, slots[job]);
    countWaiting(job, -1);
    if (nodes.isFree(place)) {
      nodes.hold(place);
    } else {
      shareFromNowOn();
      nodes.share(place);
    }
    run(job, place, startOrder);
    since[slots[job]] = now;
    if (residents != null) {
      residents.add(job, place);
    }
  }

  /**
   * A running job goes on on other GPUs, more or fewer.
   *
   * @throws IllegalStateException if it does not run or shares a GPU, or one of the new ones is not
   *     free
   */
  public void resize(int job, Allocation place) {
    requireRunning(job);
    int slot = slots[job];
    if (nodes.isShared(places[slot])) {
      throw new IllegalStateException("job " + job + " shares its GPUs in second " + now);
    }
    releaseGpus(job, slot);
    places[slot] = place;
    nodes.hold(place);
    if (residents != null) {
      residents.add(job, place);
    }
  }

  /**
   * A running job is taken off its GPUs and waits again.
   *
   * @throws IllegalStateException if it does not run
   */
  public void preempt(int job) {
    stop(job);
    preemptions[slots[job]]++;
    wait(job);
  }

  /**
   * A job leaves for good, whether it runs or waits.
   *
   * @throws IllegalStateException if it is not present
   */
  public void end(int job) {
    if (isRunning(job)) {
      stop(job);
    } else {
      requireWaiting(job);
      leave(waiting, slots[job]);
      countWaiting(job, -1);
    }
    free.push(slots[job]);
    slots[job] = GONE;
    ended++;
  }

  private void stop(int job) {
    requireRunning(job);
    int slot = slots[job];
    leave(running, slot);
    releaseGpus(job, slot);
    places[slot] = null;
  }

  private void releaseGpus(int job, int slot) {
    nodes.release(places[slot]);
    if (residents != null) {
      residents.remove(job, places[slot]);
    }
  }

  private void wait(int job) {
    int slot = slots[job];
    waitingSince[slot] = now;
    indexes[slot] = waiting.add(job);
    countWaiting(job, 1);
  }

  private void leave(JobList list, int slot) {
    int last = list.replaceByLast(indexes[slot]);
    indexes[slots[last]] = indexes[slot];
  }

  private void countWaiting(int job, int change) {
    waitingGpus += change * (long) gpuCounts[job];
    waitingSmall += Conventions.isSmall(gpuCounts[job]) ? change : 0;
  }

  /**
   * Makes sure that a job runs.
   *
   * @throws IllegalStateException if it does not
   */
  public void requireRunning(int job) {
    if (!isRunning(job)) {
      throw new IllegalStateException("job " + job + " does not run in second " + now);
    }
  }

  private void requireWaiting(int job) {
    if (!isWaiting(job)) {
      throw new IllegalStateException("job " + job + " does not wait in second " + now);
    }
  }

  /** An idle node comes, at the end of the node order. */
  public void addNode(int number) {
    nodes.add(number);
  }

  /** An idle node goes. */
  public void removeNode(int position) {
    nodes.remove(position);
  }

  /**
   * Two nodes exchange their numbers; jobs stay where they are. In the records of jobs on the first
   * node its share moves behind their others, as in the published artifact of Lucid.
   */
  public void swapNumbers(int busyPosition, int idlePosition) {
    nodes.swapNumbers(busyPosition, idlePosition);
    for (int i = 0; i < running.size(); i++) {
      int slot = slots[running.job(i)];
      places[slot] = places[slot].withLast(busyPosition);
    }
  }

  /**
   * Brings an event about.
   *
   * @throws IllegalStateException if it can't follow from the events before, as in a log of a file
   *     that makes no sense
   */
  public void apply(Event event) {
    if (event.second() < now) {
      throw new IllegalStateException("second %d comes after %d".formatted(event.second(), now));
    }
    now = event.second();
    switch (event) {
      case Event.Arrived it -> arrive(it.job());
      case Event.Started it -> apply(it);
      case Event.Resized it -> {
        require(isOnNodes(it.place()), it);
        resize(it.job(), it.place());
      }
      case Event.Preempted it -> preempt(it.job());
      case Event.Ended it -> {
        require(isRunning(it.job()) || it.outcome() == Outcome.REJECTED, it);
        end(it.job());
      }
      case Event.NodeAdded it -> addNode(it.number());
      case Event.NodeRemoved it -> {
        require(isNode(it.position()), it);
        removeNode(it.position());
      }
      case Event.NumbersSwapped it -> {
        require(isNode(it.position()) && isNode(it.other()), it);
        swapNumbers(it.position(), it.other());
      }
      case Event.Queued _,
          Event.NotPlaced _,
          Event.Blocked _,
          Event.Postponed _,
          Event.Supplied _,
          Note _ -> {}
    }
  }

  private void apply(Event.Started it) {
    require(isOnNodes(it.place()), it);
    if (it.partners().isEmpty()) {
      start(it.job(), it.place());
    } else {
      startShared(it.job(), it.place());
      int[] found = partners(it.job());
      int[] told = it.partners().stream().mapToInt(Event.Partner::job).toArray();
      require(Arrays.equals(found, told), it);
    }
  }

  private static void require(boolean possible, Event event) {
    if (!possible) {
      throw new IllegalStateException("it was impossible that " + event);
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
}

package org.limpid.simulation.policy.limpid;

import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.profiling.NodeLender;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/** The policy limpid in one virtual cluster. */
final class LimpidScheduler implements Scheduler, Resumable {
  private final Partition partition;
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final LimpidRun run;
  private final NodeLender lender;
  private final Knowledge knowledge;
  private final Runners runners;
  private final SmallPlaces smallPlaces;
  private final LargePlaces largePlaces;
  private final Reservations reservations;
  private final WaitingJobs waiting;
  private final NodeChanges changes = new NodeChanges();
  private final PlacementTeller teller;
  private int knownNodes;
  private int knownPositions;
  private boolean nodeReturned;

  LimpidScheduler(Partition partition, LimpidRun run, NodeLender lender) {
    this.partition = partition;
    this.run = run;
    this.lender = lender;
    jobs = partition.jobs();
    nodes = partition.nodes();
    knowledge = new Knowledge(partition, run);
    runners = new Runners(partition, run, changes);
    Hosting hosting = new Hosting(partition, runners, knowledge, run);
    LossSum loss = new LossSum(partition, runners, run.pairs());
    NodePlaces places = new NodePlaces(partition, runners, hosting, loss, run.idleNodePrice());
    HostKinds kinds = new HostKinds(run.pairs(), run.facts().size());
    SoleHosts hosts = new SoleHosts(partition, runners, knowledge, kinds, loss, changes);
    reservations =
        new Reservations(partition, runners, run.settings().get(LimpidSettings.RESERVATIONS));
    smallPlaces = new SmallPlaces(partition, hosting, places, hosts, reservations);
    largePlaces = new LargePlaces(partition, runners, hosting, places, hosts, loss, reservations);
    waiting = new WaitingJobs(partition, knowledge, run, changes);
    teller = new PlacementTeller(partition, runners, hosting, reservations);
  }

  @Override
  public void arrived(int job) {
    knowledge.arrived(job);
    double key = jobs.estimatedSeconds(job) * jobs.gpuCount(job);
    run.columns().queued(jobs.row(job), run.facts().shareScore(jobs.workload(job)), key);
    if (partition.wantsReasons()) {
      partition.tellQueued(job, waiting.before(key), key);
    }
    waiting.add(job);
  }

  @Override
  public void ended(int job) {
    runners.ended(job);
    largePlaces.ended(job);
  }

  private void noteChanges(Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      changes.note(place.node(i));
    }
  }

  @Override
  public void schedule() {
    learn();
    if (!waiting.isEmpty()) {
      serve();
    }
    nodeReturned = lender.act();
    if (nodeReturned) {
      partition.tellPostponed(partition.now() + 1);
    }
  }

  @Override
  public long wakeUp() {
    if (waiting.isEmpty()) {
      return lender.nextSecond();
    }
    long next = nodeReturned ? partition.now() + 1 : knowledge.nextSecond();
    return Math.min(next, lender.nextSecond());
  }

  /** Takes note of profiles that have become known, and of nodes that have come or gone. */
  private void learn() {
    for (int job = knowledge.takeKnown(); job >= 0; job = knowledge.takeKnown()) {
      if (partition.isRunning(job)) {
        noteChanges(runners.place(job));
      } else {
        teller.known(job);
        waiting.revealed(job);
      }
    }
    if (knownNodes != nodes.nodeCount() || knownPositions != nodes.positionBound()) {
      knownNodes = nodes.nodeCount();
      knownPositions = nodes.positionBound();
      changes.noteAll();
    }
  }

  /** Tries every waiting job once, in the order of the queue. */
  private void serve() {
    reservations.clear();
    waiting.begin(this::hasChance, turn -> largePlaces.isLarge(turn.job()));
    // Reservations matter for jobs that might start behind them, and for who asks why not.
    while (waiting.hasTurns() || partition.wantsReasons()) {
      JobClass turn = waiting.next();
      if (turn == null) {
        break;
      }
      serve(turn);
    }
    if (partition.wantsReasons()) {
      reservations.settle();
      waiting.occupied().forEach(teller::refused);
    }
  }

  private void serve(JobClass turn) {
    int job = turn.job();
    if (!turn.hasFailed() && tryStart(job, turn)) {
      waiting.started(turn);
      return;
    }
    turn.fail();
    // Where this one finds too few nodes to reserve, the others of its size do, too.
    if (largePlaces.isLarge(job) && reserve(job)) {
      waiting.blocks(turn);
    }
    if (!reservations.hasRoom()) {
      waiting.unblock();
    }
  }

  /** Whether a job of the class would find a place if no node was reserved. */
  private boolean hasChance(JobClass mine) {
    return largePlaces.isLarge(mine.job()) ? largePlaces.mayFit(mine) : smallPlaces.mayFit(mine);
  }

  private boolean reserve(int job) {
    boolean isFirst = reservations.isEmpty();
    boolean reserved = reservations.hasRoom() && reservations.reserveFor(job);
    if (reserved && isFirst) {
      partition.tellBlocked(job);
    }
    return reserved;
  }

  private boolean tryStart(int job, JobClass mine) {
    if (!hasChance(mine)) {
      return false;
    }
    reservations.settle();
    double end = partition.now() + runners.left(job);
    Candidate best = largePlaces.isLarge(job) ? bestLarge(mine, end) : bestSmall(mine, end);
    if (best == null) {
      return false;
    }
    teller.taken(job, best);
    runners.start(job, best.place());
    knowledge.started(job);
    largePlaces.started(job);
    return true;
  }

  private Candidate bestSmall(JobClass mine, double end) {
    Candidate best = smallPlaces.cheapest(mine, end);
    teller.considered(smallPlaces.considered());
    return best;
  }

  private Candidate bestLarge(JobClass mine, double end) {
    List<Candidate> found = largePlaces.consider(mine, end);
    teller.considered(found);
    Candidate best = null;
    for (Candidate each : found) {
      best = best == null || each.cost() < best.cost() ? each : best;
    }
    return best;
  }

  /** The queue, the running jobs and what is known of them follow from the state. */
  @Override
  public void save(ByteWriter out) {
    out.putBoolean(nodeReturned);
    lender.save(out);
    runners.save(out);
    for (int job : partition.presentJobs()) {
      run.columns().save(jobs.row(job), out);
    }
  }

  @Override
  public void restore(ByteReader in) {
    nodeReturned = in.takeBoolean();
    lender.restore(in);
    runners.restoreErrors(in);
    for (int job : partition.presentJobs()) {
      run.columns().restore(jobs.row(job), in);
      knowledge.restore(job);
      if (!partition.isRunning(job)) {
        waiting.add(job);
      }
    }
    runners.restore();
    for (int job : partition.runningInStartOrder()) {
      largePlaces.started(job);
    }
  }
}

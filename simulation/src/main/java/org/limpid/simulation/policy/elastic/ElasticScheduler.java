package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.elastic.AdmissionDecision.Verdict;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.resource.Allocation;

/**
 * Plans anew when a job was admitted, a job has ended, or a step of a plan is due; between these
 * nothing changes. Jobs with a deadline are in the book, all others get what is left.
 */
final class ElasticScheduler implements Scheduler, Resumable {
  private final Partition partition;
  private final boolean declines;
  private final Workloads workloads;
  private final Planner planner;
  private final ScalingCost cost;
  private final Book book;
  private final Mover mover;
  private final List<Integer> arrivals = new ArrayList<>();
  private final TreeSet<Integer> bestEffort = new TreeSet<>();
  private boolean isChanged;
  private long nextStep = Partition.NEVER;
  private int gpus;

  /**
   * @param declines whether jobs are declined whose deadlines can't be kept
   */
  ElasticScheduler(Partition partition, ElasticJobs jobs, ScalingCost cost, boolean declines) {
    this.partition = partition;
    this.declines = declines;
    this.cost = cost;
    workloads = new Workloads(partition, jobs);
    planner = new Planner(cost);
    book = new Book(planner, workloads::claim);
    mover = new Mover(partition, cost, workloads::speeds);
  }

  @Override
  public void arrived(int job) {
    workloads.arrived(job);
    arrivals.add(job);
  }

  @Override
  public void ended(int job) {
    if (book.plan(job) != null) {
      partition.tellNote(
          job, Promise.NOTE, workloads.deadline(job), workloads.hasOutlived(job) ? 1 : 0);
    }
    book.remove(job);
    bestEffort.remove(job);
    isChanged = true;
  }

  @Override
  public void schedule() {
    isChanged |= partition.now() >= nextStep || partition.nodes().gpuCount() != gpus;
    gpus = partition.nodes().gpuCount();
    book.moveTo(partition.now(), gpus);
    arrivals.forEach(this::decide);
    arrivals.clear();
    if (isChanged) {
      book.replan();
      Map<Integer, Integer> sizes = Leftover.give(book, planner, claims(bestEffort));
      seat(sizes);
      isChanged = false;
      nextStep = book.nextChange();
    }
  }

  @Override
  public long wakeUp() {
    return nextStep;
  }

  /** Nothing is undecided between seconds; all who are present and not in the book get the rest. */
  @Override
  public void save(ByteWriter out) {
    out.putSigned(nextStep);
    out.putSigned(gpus);
    workloads.save(out);
    book.save(out);
  }

  @Override
  public void restore(ByteReader in) {
    nextStep = in.takeSigned();
    gpus = in.takeWhole(0, Integer.MAX_VALUE);
    workloads.restore(in);
    book.restore(in);
    for (int job : partition.presentJobs()) {
      if (book.plan(job) == null) {
        bestEffort.add(job);
      }
    }
  }

  private List<Claim> claims(Iterable<Integer> jobs) {
    List<Claim> claims = new ArrayList<>();
    jobs.forEach(job -> claims.add(workloads.claim(job)));
    return claims;
  }

  private void decide(int job) {
    if (!workloads.isDue(job)) {
      takeBestEffort(job);
    } else if (!workloads.isKnown(job)) {
      tell(job, Verdict.NOT_PLANNED, Optional.empty(), Optional.empty());
      takeBestEffort(job);
    } else {
      decide(workloads.claim(job));
    }
  }

  private void takeBestEffort(int job) {
    bestEffort.add(job);
    isChanged = true;
  }

  private void decide(Claim claim) {
    Optional<Book.Admission> admission = book.admissible(claim);
    int job = claim.job();
    if (admission.isPresent()) {
      tell(job, Verdict.ADMITTED, admission.map(Book.Admission::share), Optional.empty());
      book.admit(claim, admission.get());
      isChanged = true;
    } else if (declines) {
      if (partition.wantsReasons()) {
        tell(job, Verdict.DECLINED, Optional.empty(), Optional.of(Needs.of(book, planner, claim)));
      }
      partition.reject(job);
    } else {
      tell(job, Verdict.TAKEN_LATE, Optional.empty(), Optional.empty());
      book.force(claim);
      isChanged = true;
    }
  }

  private void tell(
      int job, Verdict verdict, Optional<Share> share, Optional<AdmissionDecision.Needed> needed) {
    if (partition.wantsReasons()) {
      AdmissionDecision decision =
          new AdmissionDecision(
              partition.now(),
              verdict,
              workloads.deadline(job),
              share.map(AdmissionDecision.PromisedShare::of),
              needed);
      partition.tellNote(job, AdmissionDecision.NOTE, decision.values());
    }
  }

  /** Brings jobs to their sizes; plans of jobs that are moved get longer by that. */
  private void seat(Map<Integer, Integer> sizesOfBestEffort) {
    Map<Integer, Integer> sizes = new TreeMap<>(sizesOfBestEffort);
    for (int job : book.jobs()) {
      sizes.put(job, book.plan(job).gpusAt(partition.now()));
    }
    sizes.values().removeIf(size -> size == 0);
    List<Arrangement.Wish> wishes = new ArrayList<>();
    sizes.forEach((job, size) ->
        wishes.add(
            new Arrangement.Wish(
                job, size, partition.isRunning(job) ? partition.allocation(job) : null)));
    Map<Integer, Plan> mark = book.mark();
    Map<Integer, Map<Integer, Integer>> places =
        Arrangement.of(partition.nodes(), wishes, this::mayMove, () -> book.reset(mark));
    Map<Integer, Allocation> seats = Seats.of(partition.nodes(), wishes, places);
    Map<Integer, Claim> before = new TreeMap<>();
    if (partition.wantsReasons()) {
      seats.keySet().forEach(job -> before.put(job, workloads.claim(job)));
    }
    mover.move(seats, (job, seat) -> tellScaled(before.get(job), seat.gpuCount()));
  }

  private boolean mayMove(int job) {
    if (bestEffort.contains(job)) {
      return true;
    }
    Plan plan = book.plan(job);
    Optional<Plan> later = planner.moved(workloads.claim(job), plan, book.free());
    later.ifPresent(changed -> book.change(job, changed));
    return later.isPresent();
  }

  private void tellScaled(Claim before, int to) {
    if (before != null) {
      double then = cost.seconds(to) + before.work() / before.speeds().rateOn(to);
      double now =
          before.held() == 0 ? then : before.work() / before.speeds().rateOn(before.held());
      partition.tellNote(
          before.job(), Scaled.NOTE, before.held(), to, cost.seconds(to), Math.rint(now - then));
    }
  }
}

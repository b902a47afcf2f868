package org.limpid.simulation.policy.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;

/**
 * The jobs whose deadlines are planned for, with plans that together keep to the GPUs that there
 * are. A plan is given up only for others that keep all deadlines that it kept; so a job that is in
 * the book in time ends in time, however often the others are planned again. For one thread.
 */
final class Book implements Resumable {
  private final Planner planner;
  private final IntFunction<Claim> claims;
  private final Map<Integer, Plan> plans = new HashMap<>();
  private final Set<Integer> late = new HashSet<>();

  /** In the order in which they were admitted. */
  private final List<Integer> jobs = new ArrayList<>();

  private long now;
  private int gpus;
  private FreeGpus free = new FreeGpus(0, 0);

  /**
   * An empty book.
   *
   * @param claims what a job wants now
   */
  Book(Planner planner, IntFunction<Claim> claims) {
    this.planner = planner;
    this.claims = claims;
  }

  /** Time goes on; there are so many GPUs. */
  void moveTo(long second, int gpuCount) {
    now = second;
    gpus = gpuCount;
    free = new FreeGpus(now, gpus);
    jobs.forEach(job -> free.take(plans.get(job)));
  }

  /** The jobs, in the order in which they were admitted. */
  List<Integer> jobs() {
    return jobs;
  }

  /** The plan of a job that is in the book. */
  Plan plan(int job) {
    return plans.get(job);
  }

  /** Whether a job that is in the book misses its deadline by its plan. */
  boolean isLate(int job) {
    return late.contains(job);
  }

  /** What is not planned for any job. */
  FreeGpus free() {
    return free;
  }

  /** What a job wants now. */
  Claim claim(int job) {
    return claims.apply(job);
  }

  /** The second of the next step of any plan. */
  long nextChange() {
    return jobs.stream()
        .mapToLong(job -> plans.get(job).nextChange(now))
        .min()
        .orElse(Partition.NEVER);
  }

  /** A job has left. */
  void remove(int job) {
    if (jobs.remove(Integer.valueOf(job))) {
      plans.remove(job);
      late.remove(job);
    }
  }

  /**
   * How a claim may be met without breaking a promise: by plans for all jobs that are made anew,
   * else beside the plans that there are, else by new plans in which it has a larger share than it
   * needs. Such a share may fit where the smallest does not, as jobs need GPUs in whole blocks.
   */
  Optional<Admission> admissible(Claim claim) {
    return admissible(claim, 0);
  }

  /** The same if there were so many GPUs more. */
  Optional<Admission> admissible(Claim claim, int moreGpus) {
    FreeGpus left = free.copy();
    left.add(now, Partition.NEVER, moreGpus);
    return amongAll(claim, moreGpus)
        .or(() -> beside(claim, left))
        .or(() ->
            IntStream.range(0, claim.speeds().size())
                .mapToLong(choice -> now + planner.wholeSecondsOn(claim, choice))
                .filter(sooner -> sooner < claim.deadline())
                .mapToObj(sooner -> amongAll(claim.due(sooner), moreGpus))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Optional<Admission> amongAll(Claim claim, int moreGpus) {
    Schedule anew = anew(Optional.of(claim), moreGpus);
    return late.containsAll(anew.late())
        ? Optional.of(new Admission(anew.share(claim.job()).orElseThrow(), Optional.of(anew)))
        : Optional.empty();
  }

  /** How a claim may be met if the jobs that were admitted last were not there. */
  Optional<Admission> admissibleWithout(Claim claim, int lastJobs) {
    FreeGpus left = free.copy();
    jobs.subList(jobs.size() - lastJobs, jobs.size()).forEach(job -> left.give(plans.get(job)));
    return beside(claim, left);
  }

  private Optional<Admission> beside(Claim claim, FreeGpus left) {
    return planner.leastShare(claim, left).map(share -> new Admission(share, Optional.empty()));
  }

  /**
   * How a job can be admitted.
   *
   * @param share what it gets
   * @param anew the plans of all jobs then; empty: those of the others stay as they are
   */
  record Admission(Share share, Optional<Schedule> anew) {}

  /** A job comes into the book. */
  void admit(Claim claim, Admission admission) {
    jobs.add(claim.job());
    plans.put(claim.job(), admission.share().plan());
    admission.anew().ifPresentOrElse(this::replace, () -> free.take(admission.share().plan()));
  }

  /** A job comes into the book although that breaks a promise, perhaps its own. */
  void force(Claim claim) {
    jobs.add(claim.job());
    replace(anew(Optional.empty(), 0));
  }

  /**
   * Plans all jobs anew with their smallest shares, unless one would be late by that that is not
   * now, as changes cost time.
   */
  void replan() {
    Schedule anew = anew(Optional.empty(), 0);
    if (late.containsAll(anew.late()) || !isValid()) {
      replace(anew);
    }
  }

  /** Not if nodes have gone, or a job has more to do than was known. */
  private boolean isValid() {
    return !free.isOverdrawn() && jobs.stream().allMatch(job -> plans.get(job).end() > now);
  }

  private Schedule anew(Optional<Claim> newcomer, int moreGpus) {
    List<Claim> all = new ArrayList<>(jobs.stream().map(claims::apply).toList());
    newcomer.ifPresent(all::add);
    all.sort(Comparator.comparingLong(Claim::deadline).thenComparingInt(Claim::job));
    return new Schedule(planner, all, new FreeGpus(now, gpus + moreGpus));
  }

  private void replace(Schedule anew) {
    jobs.forEach(job -> plans.put(job, anew.plan(job)));
    late.clear();
    late.addAll(anew.late());
    free = anew.free();
  }

  /** A job has another plan. */
  void change(int job, Plan plan) {
    free.give(plans.get(job));
    plans.put(job, plan);
    free.take(plan);
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(jobs.size());
    for (int job : jobs) {
      out.putSigned(job);
      out.putBoolean(late.contains(job));
      plans.get(job).save(out);
    }
  }

  @Override
  public void restore(ByteReader in) {
    int size = in.takeWhole(0, Integer.MAX_VALUE);
    for (int i = 0; i < size; i++) {
      int job = in.takeWhole(0, Integer.MAX_VALUE);
      jobs.add(job);
      if (in.takeBoolean()) {
        late.add(job);
      }
      plans.put(job, Plan.restored(in));
    }
  }

  /** What can be put back. */
  Map<Integer, Plan> mark() {
    return new HashMap<>(plans);
  }

  /** Puts plans back as they were in the same second. */
  void reset(Map<Integer, Plan> mark) {
    plans.putAll(mark);
    moveTo(now, gpus);
  }
}

package org.limpid.simulation.policy.edf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.elastic.Seating;
import org.limpid.simulation.policy.scaling.ElasticJobs;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;

/**
 * Deals out all GPUs anew, by urgency, whenever a job has come or gone; between these nothing
 * changes. A decision looks at jobs until no GPU is left. An admission lays a plan of all jobs that
 * have a deadline, each of them over the steps of it: with n jobs that is n squared at worst, as
 * the GPUs that a job gets depend on when the more urgent ones end.
 */
final class EdfScheduler implements Scheduler, Resumable {
  private final Partition partition;
  private final ElasticJobs elastic;
  private final ScalingCost cost;
  private final boolean declines;
  private final Seating seating;
  private final Comparator<Integer> urgency =
      Comparator.<Integer>comparingLong(this::deadline).thenComparingInt(job -> job);
  private final TreeSet<Integer> byUrgency = new TreeSet<>(urgency);
  private final List<Integer> arrivals = new ArrayList<>();
  private boolean isChanged;
  private int gpus;

  EdfScheduler(Partition partition, ElasticJobs elastic, ScalingCost cost, boolean declines) {
    this.partition = partition;
    this.elastic = elastic;
    this.cost = cost;
    this.declines = declines;
    seating = new Seating(partition, cost, this::speeds, this::left);
  }

  private long deadline(int job) {
    return elastic.deadline(partition.jobs().row(job));
  }

  private boolean isDue(int job) {
    return deadline(job) != Partition.NEVER;
  }

  private JobSpeeds speeds(int job) {
    return elastic.speeds(partition.jobs().row(job));
  }

  /** Work that is left; without admission by what is known of it, for the words of notes only. */
  private double left(int job) {
    return declines
        ? partition.truth().remaining(job)
        : Math.max(1, elastic.workSeconds(partition.jobs().row(job)) - partition.attained(job));
  }

  @Override
  public void arrived(int job) {
    arrivals.add(job);
  }

  @Override
  public void ended(int job) {
    byUrgency.remove(job);
    isChanged = true;
  }

  @Override
  public void schedule() {
    arrivals.forEach(this::decide);
    arrivals.clear();
    if (isChanged || gpus != partition.nodes().gpuCount()) {
      gpus = partition.nodes().gpuCount();
      dealOut();
      isChanged = false;
    }
  }

  private void decide(int job) {
    if (declines && isDue(job) && !isAdmissible(job)) {
      partition.reject(job);
    } else {
      byUrgency.add(job);
      tellQueued(job);
      isChanged = true;
    }
  }

  private void tellQueued(int job) {
    if (partition.wantsReasons()) {
      int before =
          (int) byUrgency.headSet(job).stream().filter(each -> !partition.isRunning(each)).count();
      partition.tellQueued(job, before, before + 1);
    }
  }

  /** Whether nobody misses a deadline by this job who would keep it otherwise. */
  private boolean isAdmissible(int job) {
    Map<Integer, Long> ends = plan(job);
    List<Integer> late = late(ends);
    if (!late.isEmpty() && !late.contains(job)) {
      late.removeAll(late(plan(Partition.NOBODY)));
    }
    int first = late.isEmpty() || late.contains(job) ? job : late.getFirst();
    partition.tellNote(job, Decision.NOTE, late.size(), first, deadline(job) - ends.get(job));
    return late.isEmpty();
  }

  private List<Integer> late(Map<Integer, Long> ends) {
    List<Integer> late = new ArrayList<>(ends.keySet());
    late.removeIf(job -> ends.get(job) <= deadline(job));
    return late;
  }

  /** The ends of all jobs that have a deadline, the most urgent first, and of one more. */
  private Map<Integer, Long> plan(int newcomer) {
    UrgencyPlan plan = new UrgencyPlan(partition.now(), partition.nodes().gpuCount(), cost);
    List<Integer> jobs = new ArrayList<>();
    byUrgency.stream().takeWhile(this::isDue).forEach(jobs::add);
    if (newcomer != Partition.NOBODY) {
      jobs.add(newcomer);
      jobs.sort(urgency);
    }
    Map<Integer, Long> ends = new LinkedHashMap<>();
    jobs.forEach(job -> ends.put(job, plan.lay(speeds(job), left(job), held(job))));
    return ends;
  }

  private int held(int job) {
    return partition.isRunning(job) ? partition.allocation(job).gpuCount() : 0;
  }

  private void dealOut() {
    Map<Integer, Integer> sizes = new TreeMap<>();
    List<Integer> losers = new ArrayList<>();
    int free = gpus;
    int gainer = Partition.NOBODY;
    boolean isNew = false;
    for (int job : byUrgency) {
      int size = free == 0 ? 0 : speeds(job).fitting(free);
      free -= size;
      gainer = size > held(job) ? job : gainer;
      isNew |= size != held(job);
      if (size > 0) {
        sizes.put(job, size);
      } else if (partition.isRunning(job)) {
        losers.add(job);
      }
    }
    for (int loser : losers) {
      preempt(loser, gainer);
    }
    if (isNew) {
      seating.seat(sizes, this::mayMove);
    }
  }

  private void preempt(int job, int gainer) {
    if (gainer != Partition.NOBODY) {
      partition.tellNote(job, Yielded.NOTE, gainer);
    }
    partition.preempt(job, gainer, 0);
    tellQueued(job);
  }

  /** To be moved takes time, which no promise reckons with. */
  private boolean mayMove(int job) {
    return !declines || !isDue(job);
  }

  @Override
  public void save(ByteWriter out) {
    out.putSigned(gpus);
  }

  @Override
  public void restore(ByteReader in) {
    gpus = in.takeWhole(0, Integer.MAX_VALUE);
    for (int job : partition.presentJobs()) {
      byUrgency.add(job);
    }
  }
}

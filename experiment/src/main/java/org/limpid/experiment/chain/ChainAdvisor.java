package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.limpid.experiment.slurm.SlurmJob;
import org.limpid.experiment.slurm.SlurmJob.State;
import org.limpid.experiment.slurm.SlurmNodes;
import org.limpid.experiment.slurm.SlurmQueue;
import org.limpid.experiment.slurm.SlurmText;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.reference.mirage.LiveQueue;
import org.limpid.simulation.run.InputProblem;

/** Says of a real queue whether to submit the next job of a chain now. It changes nothing. */
public final class ChainAdvisor {
  /** Length of a plan: no limit is longer in it. */
  private static final long PLAN_SECONDS = 2 * 86_400;

  /** That jobs hold: plans have a number for each. */
  private static final int MOST_NODES = 100_000;

  /** Jobs whose waits make the recent one. */
  private static final int RECENT = 100;

  private final Request request;
  private final SlurmNodes nodes;
  private final SlurmQueue queue;
  private final LocalDateTime now;
  private final List<String> notes = new ArrayList<>();
  private final Set<ChainFeature> unknown = new HashSet<>();

  private ChainAdvisor(Request request) {
    this.request = request;
    nodes = SlurmNodes.of(request.sinfo(), request.partition());
    queue = SlurmQueue.of(request.squeue(), Optional.of(nodes.partition()));
    now = request.now().or(queue::time).orElse(request.clock());
  }

  /**
   * What is asked.
   *
   * @param models folder that {@link ChainTraining} made
   * @param price of gaps
   * @param job id of the job that runs
   * @param squeue what that program printed
   * @param sinfo what that program printed
   * @param partition of the chain; may be left out where there is but one
   * @param now when the queue was printed, if that is told
   * @param clock time of this machine, which counts where the queue doesn't tell its own
   */
  public record Request(
      Path models,
      GapPrice price,
      String job,
      SlurmText squeue,
      SlurmText sinfo,
      Optional<String> partition,
      Optional<LocalDateTime> now,
      LocalDateTime clock) {
    public Request {
      Objects.requireNonNull(models, "models");
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(job, "job");
      Objects.requireNonNull(squeue, "squeue");
      Objects.requireNonNull(sinfo, "sinfo");
      Objects.requireNonNull(partition, "partition");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(clock, "clock");
    }
  }

  /**
   * The advice.
   *
   * @throws org.limpid.files.DataException if a file can't be read, or is another table
   * @throws InputProblem if the job doesn't run, or the queue can't be that of these nodes
   */
  public static ChainAdvice advise(Request request) {
    return new ChainAdvisor(request).advise();
  }

  private ChainAdvice advise() {
    SlurmJob predecessor = predecessor();
    long limit = limit(predecessor);
    long left = Math.max(0, limit - predecessor.elapsedSeconds());
    ChainMoment moment = moment(predecessor, left);
    GlassBox box = new GlassBox(ChainValidation.model(request.models(), request.price()), now);
    double wait = box.waitHours(moment, unknown);
    return new ChainAdvice(
        wait >= left / 3600.0,
        now,
        predecessor.id(),
        left,
        wait,
        box.explain(moment, unknown),
        notes);
  }

  private SlurmJob predecessor() {
    SlurmJob job =
        queue
            .job(request.job())
            .orElseThrow(() ->
                new InputProblem(
                    "There is no job %s in partition %s. Maybe it has ended: then the next one is to be submitted now."
                        .formatted(request.job(), nodes.partition())));
    if (job.state() != State.RUNNING) {
      throw new InputProblem(
          "Job %s doesn't run: expected the job of the chain that does. Maybe ask again when it has started."
              .formatted(job.id()));
    }
    return job;
  }

  private ChainMoment moment(SlurmJob predecessor, long left) {
    if (!queue.hasLimits()) {
      notes.add("The queue doesn't tell limits: all jobs count with that of the partition.");
    }
    if (!queue.hasSubmissions()) {
      notes.add("The queue doesn't tell SUBMIT_TIME: waits so far are not known, and add nothing.");
      unknown.add(ChainFeature.LONGEST_WAIT_H);
      unknown.add(ChainFeature.RECENT_WAIT_H);
    }
    List<LiveQueue.Running> running = running();
    int held = held(running);
    LiveQueue live = new LiveQueue(held + nodes.idle(), running, waiting(held + nodes.idle()));
    if (live.nodes() > nodes.usable()) {
      notes.add(
          "Jobs share nodes: they hold %d and %d are idle of %d. Each counts as if it had its nodes alone."
              .formatted(held, nodes.idle(), nodes.usable()));
    }
    return live.moment(
        0, left, predecessor.nodes(), plannedLimit(predecessor), recentWaitMinutes());
  }

  private int held(List<LiveQueue.Running> running) {
    long held = running.stream().mapToLong(LiveQueue.Running::nodes).sum();
    if (held > MOST_NODES) {
      throw new InputProblem(
          "Jobs hold %d nodes of partition %s: expected at most %d. Maybe the queue is that of another cluster."
              .formatted(held, nodes.partition(), MOST_NODES));
    }
    return (int) held;
  }

  private List<LiveQueue.Running> running() {
    return of(State.RUNNING).stream()
        .map(job ->
            new LiveQueue.Running(
                job.nodes(), Math.max(0, plannedLimit(job) - job.elapsedSeconds())))
        .toList();
  }

  private List<LiveQueue.Waiting> waiting(int most) {
    List<SlurmJob> waiting = of(State.WAITING);
    List<SlurmJob> fitting = waiting.stream().filter(job -> job.nodes() <= most).toList();
    if (fitting.size() < waiting.size()) {
      notes.add(
          "%d waiting jobs ask for more than the %d nodes that are in use or idle, and don't count."
              .formatted(waiting.size() - fitting.size(), most));
    }
    return fitting.stream()
        .map(job -> new LiveQueue.Waiting(job.nodes(), plannedLimit(job), waited(job, now)))
        .toList();
  }

  private List<SlurmJob> of(State state) {
    return queue.jobs().stream().filter(job -> job.state() == state).toList();
  }

  private static long waited(SlurmJob job, LocalDateTime until) {
    return job.submit()
        .map(time -> Math.max(0, Duration.between(time, until).toSeconds()))
        .orElse(0L);
  }

  /** Of the jobs that run the mean wait of those that started last. */
  private long recentWaitMinutes() {
    List<SlurmJob> latest =
        of(State.RUNNING).stream()
            .filter(job -> job.submit().isPresent())
            .sorted(Comparator.comparingLong(SlurmJob::elapsedSeconds))
            .limit(RECENT)
            .toList();
    long sum =
        latest.stream().mapToLong(job -> waited(job, now.minusSeconds(job.elapsedSeconds()))).sum();
    return latest.isEmpty() ? 0 : sum / (60L * latest.size());
  }

  /** A limit that plans can do without an end of. */
  private long plannedLimit(SlurmJob job) {
    OptionalLong known = known(job);
    return Math.max(1, known.orElse(PLAN_SECONDS));
  }

  private OptionalLong known(SlurmJob job) {
    return job.limitSeconds().isPresent() ? job.limitSeconds() : nodes.limitSeconds();
  }

  private long limit(SlurmJob predecessor) {
    return known(predecessor)
        .orElseThrow(() ->
            new InputProblem(
                "Nobody knows when job %s ends: expected a time limit of it or of its partition. Maybe print the queue with %%l, as the documentation of 'limpid chain advise' says."
                    .formatted(predecessor.id())));
  }
}

package org.limpid.reference.elasticflow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives GPUs that are left to the jobs whose GPU time grows most by them, one level at a time. By a
 * mistake of the artifact a gain counts that is a loss to the paper. Not safe for several threads.
 */
final class Greedy {
  private static final double LARGEST = 0x1p63;
  private static final Comparator<Trial> LARGEST_FIRST =
      Comparator.comparingDouble((Trial trial) -> trial.marginal).reversed();

  private final ElasticPlanner planner;
  private final Slots slots;
  private final Steps given = new Steps();
  private final Steps plan = new Steps();

  /** Names what is free after now; it changes whenever that does. */
  private int shape = 1;

  /** A job with what becomes of it with more GPUs. */
  private static final class Trial {
    private final Job job;
    private int level;
    private double marginal;

    /** GPU time of its plan. */
    private double gpuTime;

    /** When it is done with more GPUs if nothing changes; NaN: not known yet. */
    private double finish = Double.NaN;

    private double rounded;
    private double triedGpuTime;
    private int shape;
    private double next;

    Trial(Job job) {
      this.job = job;
      level = job.curve.fitting(job.gpus);
      gpuTime = job.plan.gpuTime(job.end);
    }

    void raise(double newGpuTime) {
      level++;
      job.gpus = job.curve.gpus(level);
      gpuTime = newGpuTime;
      finish = Double.NaN;
      shape = 0;
    }

    boolean isFull() {
      return level + 1 >= job.curve.levels();
    }

    int gain() {
      return job.curve.gpus(level + 1) - job.curve.gpus(level);
    }
  }

  Greedy(ElasticPlanner planner, Slots slots) {
    this.planner = planner;
    this.slots = slots;
  }

  /**
   * Gives GPUs away.
   *
   * @param runnable in an order that decides between equal jobs; sorted by what more GPUs would do
   * @param free GPUs that are free; kept up to date
   * @param gpus those that are free now
   * @param taken told of jobs whose plan has changed
   */
  void share(
      List<Job> runnable, double now, Steps free, int gpus, Events events, Consumer<Job> taken) {
    int left = gpus;
    if (left <= 0 || runnable.isEmpty()) {
      return;
    }
    Trial[] trials = runnable.stream().map(Trial::new).toArray(Trial[]::new);
    for (Trial trial : trials) {
      tryOut(trial, now, free, left);
    }
    Arrays.sort(trials, LARGEST_FIRST);
    while (left > 0) {
      Trial first = firstFitting(trials, left);
      if (first == null) {
        break;
      }
      left -= first.gain();
      take(first, now, free, events);
      taken.accept(first.job);
      for (Trial trial : trials) {
        if (!trial.isFull()) {
          tryOut(trial, now, free, left);
        }
      }
      Arrays.sort(trials, LARGEST_FIRST);
    }
    for (int i = 0; i < trials.length; i++) {
      runnable.set(i, trials[i].job);
    }
  }

  private static Trial firstFitting(Trial[] trials, int left) {
    for (Trial trial : trials) {
      if (!trial.isFull() && trial.gain() <= left) {
        return trial;
      }
    }
    return null;
  }

  /** Plans the job once more: what is free now may have changed since its trial. */
  private void take(Trial trial, double now, Steps free, Events events) {
    Job job = trial.job;
    plan(trial, now, free);
    if (!free.hasTailOf(given)) {
      shape++;
    }
    free.copy(given);
    job.plan.copy(plan);
    double old = job.end;
    job.end = planner.end();
    job.realEnd = planner.realEnd();
    trial.raise(job.plan.gpuTime(job.end));
    events.move(job, old, job.end);
  }

  /** Plans a job with more GPUs into what is free without its plan. */
  private void plan(Trial trial, double now, Steps free) {
    given.sum(free, trial.job.plan, trial.job.end, Double.POSITIVE_INFINITY);
    planner.plan(trial.job, now, given, plan, trial.level + 1);
  }

  private void tryOut(Trial trial, double now, Steps free, int left) {
    Job job = trial.job;
    if (trial.isFull() || trial.gain() > left) {
      trial.marginal = -LARGEST;
    } else if (job.gpus == 0) {
      trial.marginal = LARGEST;
    } else {
      trial.marginal = (gpuTime(trial, now, free) - trial.gpuTime) / trial.gain();
    }
  }

  /**
   * GPU time of a job with more GPUs. If it ends before anything changes, it follows from its work;
   * else it depends on all steps behind now, and stays the same as long as these do.
   */
  private double gpuTime(Trial trial, double now, Steps free) {
    Job job = trial.job;
    if (Double.isNaN(trial.finish)) {
      double rate = job.curve.throughput(trial.level + 1);
      trial.finish = Math.ceil(now + job.left / rate);
      trial.rounded = slots.align(now, trial.finish);
    }
    double next = Steps.firstStepOfSum(free, job.plan, job.end, trial.rounded);
    if (next == Double.POSITIVE_INFINITY && trial.finish <= job.deadline) {
      return job.curve.gpus(trial.level + 1) * (trial.rounded - now);
    }
    // A job past its deadline takes what is free now, too.
    double aligned = slots.align(now, job.deadline);
    if (aligned <= now || trial.shape != shape || trial.next != next) {
      given.sum(free, job.plan, job.end, aligned);
      trial.triedGpuTime = planner.gpuTime(job, now, given, trial.level + 1);
      if (Double.isNaN(trial.triedGpuTime)) {
        plan(trial, now, free);
        trial.triedGpuTime = plan.gpuTime(planner.end());
      }
      trial.shape = shape;
      trial.next = next;
    }
    return trial.triedGpuTime;
  }
}

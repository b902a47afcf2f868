package org.limpid.reference.elasticflow;

/**
 * Plans jobs one after the other, each with all GPUs that it can use, as early as they are free.
 * Not safe for several threads.
 */
final class EdfPlanner {
  private final int clusterGpus;
  private final Slots slots;
  private double end;

  EdfPlanner(int clusterGpus, Slots slots) {
    this.clusterGpus = clusterGpus;
    this.slots = slots;
  }

  /** The end of the last plan, not rounded to slots. */
  double end() {
    return end;
  }

  /**
   * Plans a job.
   *
   * @param free GPUs that are free from now on; those of the job are taken from it
   * @param plan takes the plan
   * @return whether the job keeps its deadline
   */
  boolean plan(Job job, double now, Steps free, Steps plan) {
    GpuCurve curve = job.curve;
    int base = Math.min(curve.most(), clusterGpus);
    plan.clear();
    double left = job.left;
    int place = 0;
    for (; place + 1 < free.size(); place++) {
      double from = free.time(place);
      double until = free.time(place + 1);
      int level = curve.fitting(Math.min(free.value(place), base));
      plan.append(from, curve.gpus(level));
      if (level >= 0) {
        double rate = curve.throughput(level);
        end = Math.ceil(from + left / rate);
        if (until >= end) {
          finish(now, free, place, curve.gpus(level));
          return end <= job.deadline;
        }
        left -= (until - from) * rate;
        free.add(place, -curve.gpus(level));
      }
    }
    double from = free.time(place);
    int level = curve.fitting(base);
    plan.append(from, curve.gpus(level));
    end = Math.ceil(from + left / curve.throughput(level));
    free.setValue(place, clusterGpus - curve.gpus(level));
    free.put(slots.align(now, end), clusterGpus);
    free.merge();
    return end <= job.deadline && from <= job.deadline;
  }

  /**
   * By a mistake the step at the end is looked for at its exact time and made at the rounded one.
   */
  private void finish(double now, Steps free, int place, int gpus) {
    int last = clusterGpus;
    for (int i = place; i < free.size() && free.time(i) < end; i++) {
      last = free.value(i);
      free.add(i, -gpus);
    }
    if (!free.has(end)) {
      free.put(slots.align(now, end), last);
    }
    free.merge();
  }
}

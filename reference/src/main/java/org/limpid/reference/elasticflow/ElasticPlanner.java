package org.limpid.reference.elasticflow;

/**
 * Plans one job after the other into the free GPUs: the smallest share that keeps the deadline,
 * with later intervals raised first. Not safe for several threads.
 */
final class ElasticPlanner {
  private static final int NOT_FORCED = -1;

  private final int clusterGpus;
  private final Slots slots;

  /** What is free before the job is planned, where that matters. */
  private final Steps before = new Steps();

  // The job that is being planned.
  private GpuCurve curve;
  private Steps free;
  private Steps plan;
  private double now;
  private double deadline;
  private double aligned;
  private double begin;
  private double left;
  private int forced;
  private double end;
  private double realEnd;

  ElasticPlanner(int clusterGpus, Slots slots) {
    this.clusterGpus = clusterGpus;
    this.slots = slots;
  }

  /**
   * Plans a job from now on.
   *
   * @param free GPUs that are free from now on; those of the job are taken from it
   * @return whether it keeps its deadline
   */
  boolean plan(Job planned, double time, Steps free) {
    plan(planned, time, free, planned.plan, NOT_FORCED);
    planned.end = end;
    planned.realEnd = realEnd;
    return realEnd <= deadline;
  }

  /** The end of the last plan. */
  double end() {
    return end;
  }

  /** The end of the work of the last plan. */
  double realEnd() {
    return realEnd;
  }

  /**
   * Plans a job with a level that it has at first.
   *
   * @param target takes the plan
   * @param level from now up to the next step
   */
  void plan(Job planned, double time, Steps available, Steps target, int level) {
    curve = planned.curve;
    free = available;
    plan = target;
    now = time;
    deadline = planned.deadline;
    aligned = slots.align(time, deadline);
    begin = time;
    left = planned.left;
    forced = level;
    plan.clear();
    before.copy(free);
    if (aligned >= now) {
      int place = free.ceiling(aligned);
      if (!free.isAt(place, aligned)) {
        free.insert(place, aligned, free.value(place - 1));
      }
    }
    if (level == NOT_FORCED || !fitsForced()) {
      planRest();
    }
    free.merge();
    plan.merge();
  }

  /**
   * GPU time of the plan of a job that goes on behind the first step, without making it; NaN if it
   * would be late.
   *
   * @param given GPUs that are free, with steps up to the aligned deadline
   * @param level from now up to the next step
   */
  double gpuTime(Job planned, double time, Steps given, int level) {
    if (given.size() < 2) {
      return Double.NaN;
    }
    curve = planned.curve;
    free = given;
    deadline = planned.deadline;
    left = planned.left - (given.time(1) - time) * curve.throughput(level);
    double sum = curve.gpus(level) * (given.time(1) - time);
    for (int own = 0; own < curve.levels() && curve.gpus(own) <= clusterGpus; own++) {
      int raised = raisedFrom(own, 1, given.size());
      if (raised >= 0) {
        return sum + gpuTimeFrom(raised, own);
      }
    }
    return Double.NaN;
  }

  private double gpuTimeFrom(int raised, int level) {
    double sum = 0;
    for (int place = 1; place < free.size(); place++) {
      int own = Math.min(place >= raised ? level : level - 1, curve.fitting(free.value(place)));
      if (own >= 0) {
        boolean isLast = place + 1 == free.size();
        double from = free.time(place);
        double done = ((isLast ? deadline : free.time(place + 1)) - from) * curve.throughput(own);
        if (place >= raised && done >= left) {
          double end = from + slots.align(0, Math.ceil(left / curve.throughput(own)));
          return sum + curve.gpus(own) * ((isLast ? end : free.time(place + 1)) - from);
        }
        if (isLast) {
          return Double.NaN;
        }
        left -= done;
        sum += curve.gpus(own) * (free.time(place + 1) - from);
      }
    }
    return Double.NaN;
  }

  /** Whether the forced level finishes the job; else what it does until the next step is taken. */
  private boolean fitsForced() {
    int gpus = curve.gpus(forced);
    double rate = curve.throughput(forced);
    int next = before.isAt(0, now) ? 1 : before.ceiling(now);
    double until = next < before.size() ? before.time(next) : aligned;
    double finish = Math.ceil(now + left / rate);
    double rounded = slots.align(now, finish);
    plan.put(now, gpus);
    if (until >= rounded && deadline >= finish) {
      int last = 0;
      for (int i = free.ceiling(now); i < free.size() && free.time(i) < rounded; i++) {
        if (before.has(free.time(i))) {
          last = free.value(i);
          free.add(i, -gpus);
        }
      }
      if (!before.has(rounded)) {
        free.put(rounded, last);
      }
      end = rounded;
      realEnd = finish;
      return true;
    }
    left -= ((until == aligned ? deadline : until) - now) * rate;
    free.add(free.ceiling(now), -gpus);
    begin = until;
    plan.put(begin, 0);
    return false;
  }

  private void planRest() {
    int first = free.ceiling(begin);
    int deadlinePlace = aligned >= now ? free.ceiling(aligned) : -1;
    int level = 0;
    int below = -1;
    while (level < curve.levels() && curve.gpus(level) <= clusterGpus) {
      int raised = raisedFrom(level, first, deadlinePlace);
      if (raised >= 0) {
        finish(first, deadlinePlace, raised, level, below);
        return;
      }
      below = level;
      level++;
    }
    new LatePlan().plan(first, deadlinePlace, below);
  }

  /** From the deadline backwards: the step from which on a level is enough; -1 if it never is. */
  private int raisedFrom(int level, int first, int deadlinePlace) {
    double right = deadline;
    double sum = 0;
    for (int place = deadlinePlace - 1; place >= first; place--) {
      int own = Math.min(level, curve.fitting(free.value(place)));
      if (own >= 0) {
        sum += (right - free.time(place)) * curve.throughput(own);
        if (sum >= left) {
          return place;
        }
      }
      right = free.time(place);
    }
    return -1;
  }

  /** One level before a step and the next one from there on, until the work is done. */
  private void finish(int first, int deadlinePlace, int raised, int level, int below) {
    int place = first;
    int original = clusterGpus;
    while (true) {
      int own = Math.min(place >= raised ? level : below, curve.fitting(free.value(place)));
      double from = free.time(place);
      boolean isLast = place == deadlinePlace;
      original = free.value(place);
      take(place, own);
      if (own >= 0 || isLast) {
        double until = isLast || place + 1 == deadlinePlace ? deadline : free.time(place + 1);
        double done = own < 0 ? 0 : (until - from) * curve.throughput(own);
        if (isLast || place >= raised && done >= left) {
          double seconds = Math.ceil(left / curve.throughput(Math.max(own, 0)));
          realEnd = from + seconds;
          end = from + slots.align(0, seconds);
          break;
        }
        left -= done;
      }
      place++;
    }
    if (place + 1 < deadlinePlace) {
      plan.append(free.time(place + 1), 0);
    }
    release(place, original);
  }

  /** Gives GPUs back from the end on: as many as were free before in the interval of the end. */
  private void release(int place, int original) {
    int last = original;
    for (int i = before.ceiling(free.time(place)); i < before.size() && before.time(i) < end; i++) {
      last = before.value(i);
    }
    if (!before.has(end)) {
      free.put(end, last);
    }
  }

  private void take(int place, int level) {
    int gpus = curve.gpus(level);
    plan.put(free.time(place), gpus);
    free.add(place, -gpus);
  }

  /** A job that can't keep its deadline takes all that it can get. */
  private final class LatePlan {
    private int last = clusterGpus;

    void plan(int first, int deadlinePlace, int top) {
      for (int place = first; place < deadlinePlace; place++) {
        int own = Math.min(top, curve.fitting(free.value(place)));
        double from = free.time(place);
        take(place, own);
        if (own >= 0) {
          double until = place + 1 == deadlinePlace ? deadline : free.time(place + 1);
          left -= (until - from) * curve.throughput(own);
        }
      }
      double current = Math.max(aligned, now);
      for (int place = 0; place < free.size(); place++) {
        double next = free.time(place);
        if (next > aligned) {
          if (takes(current, next)) {
            return;
          }
          current = next;
        }
      }
      takeAll(current);
    }

    /** Whether the job ends between two steps. */
    private boolean takes(double current, double next) {
      int place = free.ceiling(current);
      int level = curve.fitting(free.value(place));
      plan.put(current, curve.gpus(level));
      if (level < 0) {
        return false;
      }
      int gpus = curve.gpus(level);
      double done = (next - current) * curve.throughput(level);
      if (done < left) {
        left -= done;
        subtract(current, next, gpus);
        return false;
      }
      realEnd = Math.ceil(current + left / curve.throughput(level));
      end = slots.align(now, realEnd);
      for (int i = before.ceiling(aligned); i < before.size() && before.time(i) < end; i++) {
        last = before.value(i);
      }
      subtract(current, end, gpus);
      if (current != end) {
        free.put(current, last - gpus);
      }
      if (!before.has(end)) {
        free.put(end, last);
      }
      return true;
    }

    private void subtract(double from, double until, int gpus) {
      for (int i = free.ceiling(from); i < free.size() && free.time(i) < until; i++) {
        free.add(i, -gpus);
      }
    }

    private void takeAll(double current) {
      int level =
          forced == NOT_FORCED ? curve.fitting(Math.min(clusterGpus, curve.most())) : forced;
      int gpus = curve.gpus(level);
      plan.put(current, gpus);
      realEnd = Math.ceil(current + left / curve.throughput(level));
      end = slots.align(now, realEnd);
      free.put(current, clusterGpus - gpus);
      free.put(end, clusterGpus);
    }
  }
}

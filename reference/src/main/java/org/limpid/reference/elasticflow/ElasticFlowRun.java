package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** ElasticFlow, with admission or without ({@code ef-accessctrl} and {@code ef}). */
final class ElasticFlowRun extends DeadlineRun {
  private final ElasticPlanner planner;
  private final Greedy greedy;

  ElasticFlowRun(Scene scene, boolean admitting) {
    super(scene, admitting);
    Slots slots = new Slots(scene.slot());
    planner = new ElasticPlanner(machines.gpus(), slots);
    greedy = new Greedy(planner, slots);
  }

  @Override
  void handle(Events.Event event) {
    if (admitting) {
      events.removeHead();
    }
    if (admitting && isIdle(event)) {
      events.remove(event);
      return;
    }
    end(event.ends());
    if (admitting) {
      admit(event.starts());
    } else {
      takeAll(event.starts());
      events.remove(event);
    }
    schedule();
  }

  /** What the last step of a plan leaves behind; without admission it has a row, too. */
  private boolean isIdle(Events.Event event) {
    return event.starts().isEmpty()
        && event.ends().isEmpty()
        && pending.isEmpty()
        && running.isEmpty();
  }

  private void end(List<Job> ended) {
    for (Job job : ended) {
      // By then a job may have lost its GPUs; with admission it stays.
      if (!admitting || job.placed) {
        running.remove(job);
        runnable.remove(job);
        log.endAccepted(job, now, admitting ? job.realEnd : job.end);
      }
    }
  }

  /** All arrivals of a round are admitted together, or none that has a deadline. */
  private void admit(List<Job> starts) {
    for (Job job : runnable) {
      job.old = job.end;
    }
    List<Job> all = new ArrayList<>(runnable);
    all.addAll(starts);
    boolean inTime = starts.isEmpty() || planAll(all, true);
    boolean accepted = false;
    for (Job job : starts) {
      if (inTime || job.isBestEffort()) {
        pending.add(job);
        runnable.add(job);
        accepted = true;
      } else {
        log.decline(job);
      }
    }
    if (!accepted) {
      planAll(runnable, starts.isEmpty());
    }
    // Where only best-effort jobs are admitted, GPUs and ends are those of the plans in vain.
    takeOver(accepted && !inTime);
  }

  private void takeAll(List<Job> starts) {
    pending.addAll(starts);
    runnable.addAll(starts);
    planAll(runnable, true);
    takeOver(false);
    for (Job job : pending) {
      double first = job.plan.firstUse();
      if (first > now && first < Job.NO_DEADLINE) {
        events.scale(first);
      }
    }
  }

  /** Plans jobs by their deadlines. Whether all keep them. */
  private boolean planAll(List<Job> jobs, boolean noting) {
    free.reset(now, machines.gpus());
    jobs.sort(MOST_URGENT_FIRST);
    boolean inTime = true;
    for (Job job : jobs) {
      if (noting) {
        job.old = job.end;
      }
    }
    for (Job job : jobs) {
      inTime &= planner.plan(job, now, free);
    }
    return inTime;
  }

  /**
   * Gives jobs the GPUs of their plans.
   *
   * @param again whether they are planned once more; else that would change nothing
   */
  private void takeOver(boolean again) {
    runnable.sort(MOST_URGENT_FIRST);
    if (again) {
      free.reset(now, machines.gpus());
    }
    for (Job job : runnable) {
      job.gpus = job.plan.at(now);
      events.move(job, job.old, job.end);
      job.old = job.end;
      if (again) {
        planner.plan(job, now, free);
      }
    }
  }

  private void schedule() {
    for (Job job : List.copyOf(pending)) {
      if (job.plan.firstUse() == now) {
        start(job);
        events.post(job, job.end);
      }
    }
    int used = runnable.stream().mapToInt(job -> job.gpus).sum();
    greedy.share(runnable, now, free, machines.gpus() - used, events, this::start);
    if (admitting) {
      runnable.sort(LARGEST_FIRST);
    }
    List<Job> order = admitting ? runnable : running;
    placeAll(order);
    charge(order);
  }

  private void start(Job job) {
    if (!job.running) {
      begin(job);
    }
  }

  private void placeAll(List<Job> order) {
    double soonest = Job.NO_DEADLINE;
    List<Job> holding = new ArrayList<>();
    for (Job job : order) {
      double next = job.plan.timeAfter(now);
      if (!admitting && next < Job.NO_DEADLINE) {
        events.scale(next);
      }
      soonest = Math.min(soonest, next);
      if (job.gpus > 0) {
        holding.add(job);
      }
    }
    place(inSizes(holding));
    if (admitting && soonest < events.nextTime()) {
      events.scale(soonest);
    }
  }

  /** Jobs that fill nodes as they come, then the others by their size. */
  private List<Job> inSizes(List<Job> holding) {
    List<Job> ordered = new ArrayList<>(holding);
    ordered.sort(
        Comparator.comparingInt((Job job) -> Math.min(job.gpus, machines.gpusPerNode()))
            .reversed());
    return ordered;
  }

  @Override
  void goOn() {
    goOn(admitting);
  }
}

package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.List;

/** Earliest deadline first, with admission or without ({@code edf-accessctrl} and {@code edf}). */
final class EdfRun extends DeadlineRun {
  private final EdfPlanner planner;

  EdfRun(Scene scene, boolean admitting) {
    super(scene, admitting);
    planner = new EdfPlanner(machines.gpus(), new Slots(scene.slot()));
  }

  @Override
  void handle(Events.Event event) {
    for (Job job : runnable) {
      job.old = job.end;
    }
    for (Job job : event.ends()) {
      running.remove(job);
      runnable.remove(job);
      log.endAccepted(job, now, job.end);
    }
    if (admitting) {
      admit(event.starts());
    } else {
      takeAll(event.starts());
    }
    place(holding());
    events.remove(event);
  }

  private void takeAll(List<Job> starts) {
    List<Job> all = starts.isEmpty() ? runnable : joined(starts);
    planAll(all);
    pending.addAll(starts);
    if (all != runnable) {
      runnable.addAll(starts);
    }
    for (Job job : runnable) {
      takeOver(job);
      if (job.running) {
        events.move(job, job.old, job.end);
      } else if (job.gpus > 0) {
        start(job, job.end);
      }
    }
  }

  /** Each arrival is admitted for itself. */
  private void admit(List<Job> starts) {
    boolean accepted = false;
    for (Job job : starts) {
      if (planAll(joined(List.of(job)))) {
        accepted = true;
        pending.add(job);
        runnable.add(job);
        takeOverAll();
      } else {
        log.decline(job);
      }
    }
    if (!accepted) {
      planAll(runnable);
      runnable.forEach(this::takeOverWithGpus);
    }
  }

  private void takeOverAll() {
    for (Job job : running) {
      takeOver(job);
      events.move(job, job.old, job.end);
    }
    for (Job job : List.copyOf(pending)) {
      takeOver(job);
      if (job.gpus > 0) {
        start(job, job.end);
      }
    }
  }

  /** A job without GPUs keeps the end that it had. */
  private void takeOverWithGpus(Job job) {
    job.gpus = job.planned.at(now);
    if (job.gpus > 0) {
      if (!job.running) {
        start(job, job.end);
      }
      job.end = job.plannedEnd;
      events.move(job, job.old, job.end);
    }
  }

  private void takeOver(Job job) {
    job.gpus = job.planned.at(now);
    job.old = job.end;
    job.end = job.plannedEnd;
  }

  private void start(Job job, double end) {
    begin(job);
    events.post(job, end);
  }

  private List<Job> joined(List<Job> starts) {
    List<Job> all = new ArrayList<>(runnable);
    all.addAll(starts);
    return all;
  }

  /** Plans jobs by their deadlines. Whether all keep them. */
  private boolean planAll(List<Job> jobs) {
    free.reset(now, machines.gpus());
    jobs.sort(MOST_URGENT_FIRST);
    boolean inTime = true;
    int needed = admitting ? jobs.size() : started(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      if (i >= needed && free.at(now) == 0) {
        job.planned.reset(now, 0);
      } else {
        inTime &= planner.plan(job, now, free, job.planned);
        job.plannedEnd = planner.end();
      }
    }
    return inTime;
  }

  /**
   * How many jobs there are up to the last one that has started. Without admission the plans of
   * those behind it count for nothing if no GPU is left now: a long queue need not be planned.
   */
  private static int started(List<Job> jobs) {
    int count = jobs.size();
    while (count > 0 && !jobs.get(count - 1).running) {
      count--;
    }
    return count;
  }

  private List<Job> holding() {
    List<Job> holding = new ArrayList<>();
    for (Job job : runnable) {
      if (job.gpus > 0) {
        holding.add(job);
      }
    }
    if (!admitting) {
      holding.sort(LARGEST_FIRST);
    }
    return holding;
  }

  @Override
  void goOn() {
    if (admitting) {
      charge(running);
    }
    goOn(true);
  }
}

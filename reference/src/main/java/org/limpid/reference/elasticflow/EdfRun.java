package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Earliest deadline first, with admission or without ({@code edf-accessctrl} and {@code edf}). */
final class EdfRun {
  private static final Comparator<Job> MOST_URGENT_FIRST =
      Comparator.comparingDouble(job -> job.deadline);
  private static final Comparator<Job> LARGEST_FIRST =
      Comparator.comparingInt((Job job) -> job.gpus).reversed();

  private final Machines machines;
  private final boolean admitting;
  private final double slot;
  private final Events events;
  private final JobLog log;
  private final EventLog rows;
  private final EdfPlanner planner;
  private final Overheads overheads;
  private final BuddyPlacement placement;
  private final Steps free = new Steps();
  private final List<Job> pending = new ArrayList<>();
  private final List<Job> running = new ArrayList<>();
  private final List<Job> runnable = new ArrayList<>();
  private double now;
  private double passed;

  EdfRun(Scene scene, boolean admitting) {
    machines = scene.machines();
    this.admitting = admitting;
    slot = scene.slot();
    events = Events.ofArrivals(scene.jobs());
    log = scene.log();
    rows = scene.rows();
    planner = new EdfPlanner(machines.gpus(), new Slots(slot));
    overheads = new Overheads(machines.gpus(), slot);
    placement = new BuddyPlacement(machines);
  }

  void run() {
    now = events.nextTime();
    while (!events.isEmpty()) {
      Progress.advance(runnable, now, passed, events);
      Events.Event event = events.head();
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
      place();
      events.remove(event);
      goOn();
    }
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
    job.running = true;
    pending.remove(job);
    running.add(job);
    job.start = now;
    job.pending = now - job.submit;
    log.accept(job);
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

  private void place() {
    List<Job> holding = new ArrayList<>();
    for (Job job : runnable) {
      job.placed = false;
      if (job.gpus > 0) {
        holding.add(job);
      }
    }
    if (!admitting) {
      holding.sort(LARGEST_FIRST);
    }
    placement.place(holding);
    placement.show(rows.cleared());
    rows.write(now, running);
  }

  private void goOn() {
    if (events.isEmpty()) {
      return;
    }
    if (admitting) {
      overheads.charge(running, events, placement);
    }
    events.merge(now, slot, true);
    passed = (long) (events.nextTime() - now);
    now = events.nextTime();
  }
}

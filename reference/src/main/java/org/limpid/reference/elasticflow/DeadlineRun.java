package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Jobs with deadlines from event to event, as the artifact runs them under EDF and under
 * ElasticFlow.
 */
abstract sealed class DeadlineRun permits EdfRun, ElasticFlowRun {
  static final Comparator<Job> MOST_URGENT_FIRST = Comparator.comparingDouble(job -> job.deadline);
  static final Comparator<Job> LARGEST_FIRST =
      Comparator.comparingInt((Job job) -> job.gpus).reversed();

  final Machines machines;

  /** Whether jobs that would be late are declined. */
  final boolean admitting;

  final Events events;
  final JobLog log;
  final Steps free = new Steps();
  final List<Job> pending = new ArrayList<>();
  final List<Job> running = new ArrayList<>();

  /** The pending and the running jobs. */
  final List<Job> runnable = new ArrayList<>();

  double now;
  private final double slot;
  private final EventLog rows;
  private final Overheads overheads;
  private final BuddyPlacement placement;
  private double passed;

  DeadlineRun(Scene scene, boolean admitting) {
    machines = scene.machines();
    this.admitting = admitting;
    slot = scene.slot();
    events = Events.ofArrivals(scene.jobs());
    log = scene.log();
    rows = scene.rows();
    overheads = new Overheads(machines.gpus(), slot);
    placement = new BuddyPlacement(machines);
  }

  final void run() {
    now = events.nextTime();
    while (!events.isEmpty()) {
      Progress.advance(runnable, now, passed, events);
      handle(events.head());
      if (!events.isEmpty()) {
        goOn();
      }
    }
  }

  /** Does what an event asks for, and removes it. */
  abstract void handle(Events.Event event);

  /** Goes to the next event, with which those of its slot are merged. */
  abstract void goOn();

  /** {@link #goOn} without what a policy does before. */
  final void goOn(boolean withEnds) {
    events.merge(now, slot, withEnds);
    passed = (long) (events.nextTime() - now);
    now = events.nextTime();
  }

  /** Lets a pending job run from now on. */
  final void begin(Job job) {
    job.running = true;
    pending.remove(job);
    running.add(job);
    job.start = now;
    job.pending = now - job.submit;
    log.accept(job);
  }

  /** Places jobs that hold GPUs, in this order, and writes who has which. */
  final void place(List<Job> holding) {
    for (Job job : runnable) {
      job.placed = false;
    }
    placement.place(holding);
    placement.show(rows.cleared());
    rows.write(now, running);
  }

  /** Charges what changes of GPUs cost. */
  final void charge(List<Job> jobs) {
    overheads.charge(jobs, events, placement);
  }
}

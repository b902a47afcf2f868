package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gandiva: jobs of one size take turns on nodes; all start as soon as there is such a place. */
final class GandivaRun {
  private static final int TURN_SECONDS = 60;

  private final double slot;
  private final Events arrivals;
  private final JobLog log;
  private final EventLog rows;
  private final Overheads overheads;
  private final GandivaSets sets;
  private final List<Job> pending = new ArrayList<>();
  private final List<Job> running = new ArrayList<>();
  private final List<Job> everPending = new ArrayList<>();
  private final double[] executed;
  private double now;
  private double passed;

  GandivaRun(Scene scene) {
    slot = scene.slot();
    arrivals = Events.ofArrivals(scene.jobs());
    log = scene.log();
    rows = scene.rows();
    overheads = new Overheads(scene.machines().gpus(), slot);
    sets = new GandivaSets(scene.machines());
    executed = new double[scene.jobs().size()];
  }

  void run() {
    now = arrivals.nextTime();
    while (!arrivals.isEmpty() || !pending.isEmpty() || !running.isEmpty()) {
      sets.adjust();
      boolean released = execute();
      everPending.forEach(job -> job.overhead = 0);
      if (arrivals.nextTime() == now) {
        arrive();
      }
      if (released) {
        startPending();
      }
      sets.show(rows.cleared());
      rows.write(now, running);
      if (arrivals.isEmpty() && running.isEmpty() && !released) {
        return;
      }
      goOn();
    }
  }

  /** Lets jobs run; those that share a set take turns. Whether nodes have become free. */
  private boolean execute() {
    boolean turns = (long) (now % TURN_SECONDS) == 0;
    boolean released = false;
    for (int index = 0; index < SizeClasses.count(); index++) {
      for (GandivaSets.NodeSet set : sets.sets(index)) {
        execute(set, turns);
      }
      released |= sets.dropEmpty(index);
    }
    return released;
  }

  private void execute(GandivaSets.NodeSet set, boolean turns) {
    List<Job> jobs = set.jobs();
    int shown = set.shown();
    List<Job> ended = new ArrayList<>();
    for (Job job : jobs.subList(0, shown)) {
      executed[job.row] += Math.max(passed - job.overhead, 0);
      job.overhead = 0;
      if (executed[job.row] >= job.duration) {
        job.end = now - (executed[job.row] - job.duration);
        ended.add(job);
      }
    }
    if (turns && jobs.size() > shown) {
      Collections.rotate(jobs, -shown);
    }
    for (Job job : ended) {
      running.remove(job);
      jobs.remove(job);
      log.endAccepted(job, now, job.end);
    }
  }

  private void arrive() {
    for (Job job : arrivals.head().starts()) {
      job.gpus = job.requested;
      if (sets.place(job)) {
        start(job);
      } else {
        pending.add(job);
        everPending.add(job);
      }
    }
    arrivals.removeHead();
  }

  private void start(Job job) {
    job.start = now;
    running.add(job);
    log.accept(job);
  }

  /** By a mistake, the job behind one that starts is passed over. */
  private void startPending() {
    for (int i = 0; i < pending.size(); i++) {
      Job job = pending.get(i);
      if (sets.place(job)) {
        job.pending = now - job.submit;
        start(job);
        pending.remove(i);
      }
    }
  }

  private void goOn() {
    if (arrivals.isEmpty()) {
      now += slot;
      passed = slot;
      return;
    }
    boolean restarts = overheads.nextRestarts();
    for (Job job : running) {
      job.overhead = overheads.seconds(job.gpus, restarts, false);
    }
    arrivals.merge(now, slot, true);
    passed = (long) (arrivals.nextTime() - now);
    now = arrivals.nextTime();
  }
}

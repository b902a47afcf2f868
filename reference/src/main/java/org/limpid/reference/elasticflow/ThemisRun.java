package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Themis: leases of a slot by finish-time fairness; jobs keep their number of GPUs. The artifact
 * never notes when jobs start.
 */
final class ThemisRun {
  private static final Comparator<Lease> LARGEST_SHARE_FIRST =
      Comparator.comparingDouble((Lease lease) -> lease.share).reversed();
  private static final Comparator<Job> LARGEST_FIRST =
      Comparator.comparingInt((Job job) -> job.gpus).reversed();

  private final Machines machines;
  private final double slot;
  private final Events events;
  private final JobLog log;
  private final EventLog rows;
  private final BuddyPlacement placement;
  private final FairShares shares;
  private final List<Lease> runnable = new ArrayList<>();
  private double now;

  ThemisRun(Scene scene) {
    machines = scene.machines();
    slot = scene.slot();
    events = Events.ofArrivals(scene.jobs());
    log = scene.log();
    rows = scene.rows();
    placement = new BuddyPlacement(machines);
    shares = new FairShares(machines.gpus());
  }

  void run() {
    now = events.nextTime();
    double lastEvent = now;
    while (!events.isEmpty() || !runnable.isEmpty()) {
      boolean isEvent = events.nextTime() == now;
      if (isEvent) {
        lastEvent = now;
        handle(events.head());
      }
      List<Job> held = new ArrayList<>();
      if (!runnable.isEmpty()) {
        shares.update(runnable, lastEvent);
        runnable.sort(LARGEST_SHARE_FIRST);
        held = lease();
      }
      placement.place(held);
      placement.show(rows.cleared());
      rows.write(now, held);
      if (isEvent) {
        events.removeHead();
      }
      if (!events.isEmpty()) {
        events.merge(now, slot, true);
        events.moveSingle(now, slot);
      }
      work();
      now += slot;
    }
  }

  private void handle(Events.Event event) {
    for (Job job : event.ends()) {
      log.endInTime(job, job.end);
      runnable.removeIf(lease -> lease.job == job);
    }
    for (Job job : event.starts()) {
      runnable.add(new Lease(job));
    }
  }

  /** The jobs that fit, in the order of their shares. */
  private List<Job> lease() {
    int free = machines.gpus();
    List<Job> held = new ArrayList<>();
    for (Lease lease : runnable) {
      lease.holds = free > 0 && lease.job.gpus <= free;
      lease.job.placed = false;
      if (lease.holds) {
        free -= lease.job.gpus;
        held.add(lease.job);
      }
    }
    held.sort(LARGEST_FIRST);
    return held;
  }

  /** What is done until the end of the slot. */
  private void work() {
    double next = now + slot;
    for (Lease lease : runnable) {
      if (lease.holds) {
        double end = now + lease.rest;
        lease.rest = Math.max(0, lease.rest - slot);
        lease.job.left -= slot * lease.rate;
        if (lease.job.left <= 0) {
          lease.rest = 0;
          end = next;
        }
        if (end <= next) {
          lease.job.end = end;
          events.post(lease.job, next);
        }
      }
    }
  }
}

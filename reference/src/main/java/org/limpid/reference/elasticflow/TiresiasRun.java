package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tiresias with discrete queues by attained GPU time ({@code dlas-gpu}); jobs keep their GPUs. */
final class TiresiasRun {
  /**
   * GPU seconds after which a job leaves a queue. The artifact has a third, which it never uses.
   */
  private static final double[] THRESHOLDS = {3250, 7200};

  private static final Comparator<Work> LARGEST_FIRST =
      Comparator.comparingInt((Work work) -> work.job.gpus).reversed();

  private final Machines machines;
  private final double slot;
  private final Events arrivals;
  private final JobLog log;
  private final EventLog rows;
  private final Overheads overheads;
  private final BuddyPlacement placement;
  private final List<Work> runnable = new ArrayList<>();
  private final List<List<Work>> queues =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private List<Work> ending = new ArrayList<>();
  private double endTime = Double.POSITIVE_INFINITY;
  private double jump = Double.POSITIVE_INFINITY;
  private double now;

  /** A job with its attained service. */
  private static final class Work {
    private final Job job;
    private double executed;
    private double checked;
    private double end;
    private int queue;
    private boolean running;
    private boolean fits;

    Work(Job job) {
      this.job = job;
      checked = job.submit;
      job.gpus = job.requested;
    }
  }

  TiresiasRun(Scene scene) {
    machines = scene.machines();
    slot = scene.slot();
    arrivals = Events.ofArrivals(scene.jobs());
    log = scene.log();
    rows = scene.rows();
    overheads = new Overheads(machines.gpus(), slot);
    placement = new BuddyPlacement(machines);
  }

  void run() {
    while (!arrivals.isEmpty() || !runnable.isEmpty()) {
      double next = Math.min(arrivals.nextTime(), endTime);
      now = Math.min(next, jump);
      if (now == Double.POSITIVE_INFINITY) {
        return;
      }
      if (next <= jump) {
        if (endTime == next) {
          end();
        }
        if (arrivals.nextTime() == next) {
          arrive();
        }
      }
      attend();
      boolean restarts = overheads.nextRestarts();
      choose(restarts);
      place();
      if (restarts) {
        runnable.stream()
            .filter(work -> work.running)
            .forEach(work -> work.job.overhead = overheads.seconds(work.job.gpus, true, false));
      }
      findEnd(restarts);
      findJump();
      rows.write(now, runnable.stream().filter(work -> work.running).map(w -> w.job).toList());
      if (jump - now < slot) {
        jump = now + slot;
      }
      if (!arrivals.isEmpty()) {
        arrivals.merge(now, slot, true);
      }
    }
  }

  private void end() {
    for (Work work : ending) {
      log.endInTime(work.job, work.job.end);
      runnable.remove(work);
      queues.get(work.queue).remove(work);
    }
  }

  private void arrive() {
    for (Job job : arrivals.head().starts()) {
      Work work = new Work(job);
      runnable.add(work);
      queues.getFirst().add(work);
    }
    arrivals.removeHead();
  }

  /** Counts what jobs got since the last point; a job falls by one queue at most. */
  private void attend() {
    for (Work work : runnable) {
      double passed = (long) (now - work.checked);
      work.checked = now;
      if (work.running) {
        work.executed = (long) (work.executed + Math.max(passed - work.job.overhead, 0));
        work.job.overhead = 0;
        if (work.queue < THRESHOLDS.length
            && work.executed * work.job.gpus >= THRESHOLDS[work.queue]) {
          queues.get(work.queue).remove(work);
          work.queue++;
          queues.get(work.queue).add(work);
        }
      } else {
        work.job.pending += passed;
      }
    }
  }

  /** By queues, whoever still fits. Each start and each resume has an overhead. */
  private void choose(boolean restarts) {
    int free = machines.gpus();
    for (List<Work> queue : queues) {
      for (Work work : queue) {
        work.fits = free >= work.job.gpus;
        free -= work.fits ? work.job.gpus : 0;
        if (work.fits && !work.running) {
          work.job.overhead = overheads.seconds(work.job.gpus, restarts, false);
        }
      }
    }
    for (Work work : runnable) {
      if (work.running && !work.fits) {
        work.job.preemptions++;
      }
      work.running = work.fits;
      if (work.running && Double.isNaN(work.job.start)) {
        work.job.start = now;
      }
    }
  }

  private void place() {
    runnable.sort(LARGEST_FIRST);
    List<Job> holding = new ArrayList<>();
    for (Work work : runnable) {
      work.job.placed = false;
      if (work.running) {
        holding.add(work.job);
      }
    }
    placement.place(holding);
    placement.show(rows.cleared());
    for (List<Work> queue : queues) {
      queue.sort(Comparator.comparing(work -> !work.running));
    }
  }

  /** The next end, delayed to the end of the slot; the log has the time without the delay. */
  private void findEnd(boolean restarts) {
    endTime = Double.POSITIVE_INFINITY;
    ending = new ArrayList<>();
    for (Work work : runnable) {
      if (work.running) {
        double rest = work.job.duration - work.executed + (restarts ? work.job.overhead : 0);
        work.end = (long) (now + rest);
        double event = Math.max(now + slot, work.end);
        if (event < endTime) {
          endTime = event;
          ending.clear();
        }
        if (event == endTime) {
          ending.add(work);
        }
      }
    }
    for (Work work : ending) {
      work.job.end = work.end;
    }
  }

  private void findJump() {
    jump = Double.POSITIVE_INFINITY;
    for (Work work : runnable) {
      if (work.running && work.queue < THRESHOLDS.length) {
        double seconds = (THRESHOLDS[work.queue] - work.executed) / work.job.gpus;
        jump = Math.min(jump, (long) Math.ceil(seconds) + now);
      }
    }
  }
}

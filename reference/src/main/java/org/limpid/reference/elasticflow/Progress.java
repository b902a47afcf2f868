package org.limpid.reference.elasticflow;

import java.util.List;

/** What jobs get done between two scheduling points. */
final class Progress {
  private Progress() {}

  /**
   * Moves jobs on to a point.
   *
   * @param seconds since the point before
   */
  static void advance(List<Job> jobs, double now, double seconds, Events events) {
    if (seconds > 0) {
      for (Job job : jobs) {
        if (job.gpus > 0) {
          advance(job, now, seconds, events);
        }
      }
    }
    for (Job job : jobs) {
      job.overhead = 0;
    }
  }

  private static void advance(Job job, double now, double seconds, Events events) {
    double run = seconds;
    double planned = Double.isNaN(job.realEnd) ? job.end : job.realEnd;
    if (now > planned) {
      run -= now - planned;
    }
    run = run < job.overhead ? 0 : run - job.overhead;
    double rate = job.rate();
    double iterations = run * rate;
    if (job.left <= iterations && job.end > now) {
      // Done before its event: it ends in this one.
      double old = job.end;
      double exact = now - seconds + Math.ceil(job.left / rate);
      run = job.end - now + seconds;
      iterations = run * rate;
      events.move(job, old, now);
      job.end = exact;
    }
    job.left -= iterations;
  }
}

package org.limpid.experiment.adaptation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Time that jobs may keep their GPU after their end, because nobody needs it: no start of any job
 * is delayed. When a GPU is needed, the job that has kept its own for the longest gives it back.
 */
final class LeftoverMinutes {
  private final long[] ends;
  private final long[] wishes;
  private final long[] granted;
  private final Deque<Integer> keeping = new ArrayDeque<>();
  private final TreeMap<Long, Moment> moments = new TreeMap<>();

  /** What happens in a second. */
  private static final class Moment {
    private final List<Integer> ended = new ArrayList<>();
    private int started;
  }

  private LeftoverMinutes(long[] starts, long[] ends, long[] wishes) {
    this.ends = ends;
    this.wishes = wishes;
    granted = new long[ends.length];
    for (int job = 0; job < ends.length; job++) {
      moment(starts[job]).started++;
      moment(ends[job]).ended.add(job);
      moment(ends[job] + wishes[job]);
    }
  }

  private Moment moment(long second) {
    return moments.computeIfAbsent(second, _ -> new Moment());
  }

  /**
   * Grants what is left over by jobs of one GPU each that run without a break.
   *
   * @param starts by job, seconds
   * @param ends by job
   * @param wishes seconds that each job would go on for, at least 0
   * @param gpus of the cluster, at least as many as jobs run at a time
   * @return seconds granted by job
   */
  static long[] grant(long[] starts, long[] ends, long[] wishes, int gpus) {
    LeftoverMinutes run = new LeftoverMinutes(starts, ends, wishes);
    run.run(gpus);
    return run.granted;
  }

  private void run(int gpus) {
    int running = 0;
    for (var entry : moments.entrySet()) {
      long now = entry.getKey();
      Moment moment = entry.getValue();
      keeping.removeIf(job -> isContent(job, now));
      running += moment.started - moment.ended.size();
      moment.ended.stream().filter(job -> wishes[job] > 0).forEach(keeping::addLast);
      while (running + keeping.size() > gpus) {
        int job = keeping.removeFirst();
        granted[job] = now - ends[job];
      }
    }
  }

  private boolean isContent(int job, long now) {
    boolean content = ends[job] + wishes[job] <= now;
    if (content) {
      granted[job] = wishes[job];
    }
    return content;
  }
}

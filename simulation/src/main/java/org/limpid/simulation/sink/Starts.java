package org.limpid.simulation.sink;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.limpid.simulation.event.EventSink;

/** Notes which jobs start. */
public final class Starts implements EventSink {
  private int[] jobs = new int[16];
  private int size;

  /** Hands over the jobs that have started since the last call, in order. */
  void drain(IntConsumer receiver) {
    for (int i = 0; i < size; i++) {
      receiver.accept(jobs[i]);
    }
    size = 0;
  }

  @Override
  public void started(int job) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
    }
    jobs[size++] = job;
  }

  @Override
  public void startedShared(int job) {
    started(job);
  }
}

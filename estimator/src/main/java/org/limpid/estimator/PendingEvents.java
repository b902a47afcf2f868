package org.limpid.estimator;

import java.util.Arrays;
import org.limpid.estimator.history.JobListener;

/** Events that a listener is told of later. Not safe for several threads. */
final class PendingEvents implements JobListener {
  private static final int SUBMITTED = 0;
  private static final int STARTED = 1;

  private int[] rows = new int[1024];
  private int[] kinds = new int[1024];
  private long[] times = new long[1024];
  private int size;

  @Override
  public void submitted(int row, long now) {
    add(row, SUBMITTED, now);
  }

  @Override
  public void started(int row, long now) {
    add(row, STARTED, now);
  }

  @Override
  public void ended(int row, long now) {
    add(row, STARTED + 1, now);
  }

  private void add(int row, int kind, long now) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
    }
    rows[size] = row;
    kinds[size] = kind;
    times[size++] = now;
  }

  /** Tells a listener of all events in their order, and forgets them. */
  void tell(JobListener listener) {
    for (int i = 0; i < size; i++) {
      switch (kinds[i]) {
        case SUBMITTED -> listener.submitted(rows[i], times[i]);
        case STARTED -> listener.started(rows[i], times[i]);
        default -> listener.ended(rows[i], times[i]);
      }
    }
    size = 0;
  }
}

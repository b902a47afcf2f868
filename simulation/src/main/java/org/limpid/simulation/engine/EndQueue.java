package org.limpid.simulation.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.state.Resumable;

/**
 * Running jobs by the second of their end, then by their place in the running list: a binary heap
 * in which the end of a job can be changed and any job removed.
 */
final class EndQueue implements Resumable {
  private static final int ABSENT = -1;

  private final int[] placeOf;
  private int[] jobs = new int[16];
  private long[] endSeconds = new long[16];
  private long[] orders = new long[16];
  private int size;

  EndQueue(int jobCount) {
    placeOf = new int[jobCount];
    Arrays.fill(placeOf, ABSENT);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int first() {
    return jobs[0];
  }

  long firstEnd() {
    return size == 0 ? Partition.NEVER : endSeconds[0];
  }

  void forEach(IntConsumer visitor) {
    for (int place = 0; place < size; place++) {
      visitor.accept(jobs[place]);
    }
  }

  boolean contains(int job) {
    return placeOf[job] != ABSENT;
  }

  long end(int job) {
    return endSeconds[placeOf[job]];
  }

  long order(int job) {
    return orders[placeOf[job]];
  }

  void add(int job, long endSecond, long order) {
    if (size == jobs.length) {
      jobs = Arrays.copyOf(jobs, 2 * size);
      endSeconds = Arrays.copyOf(endSeconds, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
    }
    rise(size++, job, endSecond, order);
  }

  void changeEnd(int job, long endSecond) {
    int place = placeOf[job];
    if (endSecond < endSeconds[place]) {
      rise(place, job, endSecond, orders[place]);
    } else {
      sink(place, job, endSecond, orders[place]);
    }
  }

  void remove(int job) {
    int place = placeOf[job];
    placeOf[job] = ABSENT;
    size--;
    if (place == size) {
      return;
    }
    if (place > 0 && precedes(endSeconds[size], orders[size], (place - 1) >>> 1)) {
      rise(place, jobs[size], endSeconds[size], orders[size]);
    } else {
      sink(place, jobs[size], endSeconds[size], orders[size]);
    }
  }

  /** The heap as it is, so that visits keep their order, too. */
  @Override
  public void save(ByteWriter out) {
    out.putSigned(size);
    for (int place = 0; place < size; place++) {
      out.putSigned(jobs[place]);
      out.putSigned(endSeconds[place]);
      out.putSigned(orders[place]);
    }
  }

  @Override
  public void restore(ByteReader in) {
    int saved = in.takeWhole(0, placeOf.length);
    for (int place = 0; place < saved; place++) {
      add(in.takeWhole(0, placeOf.length - 1), in.takeSigned(), in.takeSigned());
    }
  }

  private void rise(int from, int job, long endSecond, long order) {
    int place = from;
    while (place > 0 && precedes(endSecond, order, (place - 1) >>> 1)) {
      move((place - 1) >>> 1, place);
      place = (place - 1) >>> 1;
    }
    put(place, job, endSecond, order);
  }

  private void sink(int from, int job, long endSecond, long order) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && precedes(endSeconds[child + 1], orders[child + 1], child)) {
        child++;
      }
      if (precedes(endSecond, order, child)) {
        break;
      }
      move(child, place);
      place = child;
    }
    put(place, job, endSecond, order);
  }

  private void move(int from, int to) {
    put(to, jobs[from], endSeconds[from], orders[from]);
  }

  private void put(int place, int job, long endSecond, long order) {
    jobs[place] = job;
    endSeconds[place] = endSecond;
    orders[place] = order;
    placeOf[job] = place;
  }

  private boolean precedes(long endSecond, long order, int place) {
    return endSecond != endSeconds[place] ? endSecond < endSeconds[place] : order < orders[place];
  }
}

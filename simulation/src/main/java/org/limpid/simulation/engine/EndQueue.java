package org.limpid.simulation.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Running jobs by the second of their end, then by their place in the running list: a binary heap
 * in which the end of a job can be changed and any job removed.
 */
final class EndQueue {
  private final int[] placeOf;
  private final long[] endSeconds;
  private final long[] orders;
  private int[] heap = new int[16];
  private int size;

  EndQueue(int jobCount) {
    placeOf = new int[jobCount];
    Arrays.fill(placeOf, -1);
    endSeconds = new long[jobCount];
    orders = new long[jobCount];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int first() {
    return heap[0];
  }

  long firstEnd() {
    return size == 0 ? Partition.NEVER : endSeconds[heap[0]];
  }

  void forEach(IntConsumer visitor) {
    for (int place = 0; place < size; place++) {
      visitor.accept(heap[place]);
    }
  }

  boolean contains(int job) {
    return placeOf[job] >= 0;
  }

  long end(int job) {
    return endSeconds[job];
  }

  long order(int job) {
    return orders[job];
  }

  void add(int job, long endSecond, long order) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    endSeconds[job] = endSecond;
    orders[job] = order;
    rise(size++, job);
  }

  void changeEnd(int job, long endSecond) {
    long before = endSeconds[job];
    endSeconds[job] = endSecond;
    if (endSecond < before) {
      rise(placeOf[job], job);
    } else {
      sink(placeOf[job], job);
    }
  }

  void remove(int job) {
    int place = placeOf[job];
    placeOf[job] = -1;
    int last = heap[--size];
    if (last != job) {
      rise(place, last);
      sink(placeOf[last], last);
    }
  }

  private void rise(int from, int job) {
    int place = from;
    while (place > 0 && precedes(job, heap[(place - 1) >>> 1])) {
      put(place, heap[(place - 1) >>> 1]);
      place = (place - 1) >>> 1;
    }
    put(place, job);
  }

  private void sink(int from, int job) {
    int place = from;
    while (true) {
      int child = 2 * place + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && precedes(heap[child + 1], heap[child])) {
        child++;
      }
      if (!precedes(heap[child], job)) {
        break;
      }
      put(place, heap[child]);
      place = child;
    }
    put(place, job);
  }

  private void put(int place, int job) {
    heap[place] = job;
    placeOf[job] = place;
  }

  private boolean precedes(int a, int b) {
    return endSeconds[a] != endSeconds[b] ? endSeconds[a] < endSeconds[b] : orders[a] < orders[b];
  }
}

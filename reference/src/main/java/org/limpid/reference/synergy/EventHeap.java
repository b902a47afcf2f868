package org.limpid.reference.synergy;

import java.util.ArrayList;
import java.util.List;

/**
 * The events to come, as Python's {@code heapq} keeps them: which of equal events comes first
 * follows from the shape of the heap, and decides the order in which jobs are queued and finish.
 * {@link java.util.PriorityQueue} has another shape.
 */
final class EventHeap {
  private final List<RoundEvent> heap = new ArrayList<>();

  boolean isEmpty() {
    return heap.isEmpty();
  }

  void clear() {
    heap.clear();
  }

  void push(RoundEvent event) {
    heap.add(event);
    rise(heap.size() - 1, event);
  }

  /** Takes out the first event. */
  RoundEvent pop() {
    RoundEvent last = heap.removeLast();
    if (heap.isEmpty()) {
      return last;
    }
    RoundEvent first = heap.getFirst();
    rise(sinkHole(), last);
    return first;
  }

  /** Moves the hole at the top down to a leaf, without a look at what will fill it. */
  private int sinkHole() {
    int hole = 0;
    int child = 1;
    while (child < heap.size()) {
      int right = child + 1;
      if (right < heap.size() && !heap.get(child).isBefore(heap.get(right))) {
        child = right;
      }
      heap.set(hole, heap.get(child));
      hole = child;
      child = 2 * hole + 1;
    }
    return hole;
  }

  private void rise(int from, RoundEvent event) {
    int hole = from;
    while (hole > 0 && event.isBefore(heap.get((hole - 1) >> 1))) {
      int parent = (hole - 1) >> 1;
      heap.set(hole, heap.get(parent));
      hole = parent;
    }
    heap.set(hole, event);
  }
}

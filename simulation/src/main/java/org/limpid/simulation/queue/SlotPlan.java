package org.limpid.simulation.queue;

import java.util.Arrays;

/**
 * The plan of a backfill pass in slots of equal length from now on: how much is free in each, by
 * the limits of what runs and the reservations so far. Nothing is planned behind the last slot, and
 * a job may outlast it.
 *
 * <p>What was found for a job holds for a later one of the same size and length, as reservations
 * only ever take: its search starts there. A pass over j jobs of k kinds so costs at most {@code k
 * s + j l} with s slots, l of which a job holds. Mutable, for one thread.
 */
public final class SlotPlan {
  private final int capacity;
  private final int slotSeconds;
  private final int[] free;

  /** By size and slots of a job the first slot that may still suit it; null: no such job yet. */
  private final int[][] earliest;

  private int held;

  /**
   * @param capacity what there is in all: nodes or GPUs
   * @param slots of the plan, at least 1
   * @param slotSeconds length of each, at least 1
   */
  public SlotPlan(int capacity, int slots, int slotSeconds) {
    this.capacity = capacity;
    this.slotSeconds = slotSeconds;
    free = new int[slots];
    earliest = new int[capacity + 1][];
  }

  /** What there is in all. */
  public int capacity() {
    return capacity;
  }

  /** Slots of the plan; as an answer of {@link #reserve}: none is early enough. */
  public int slots() {
    return free.length;
  }

  /** Begins a pass in which nothing runs yet. */
  public void begin() {
    held = 0;
    Arrays.fill(free, 0);
    for (int[] ofSize : earliest) {
      if (ofSize != null) {
        Arrays.fill(ofSize, 0);
      }
    }
  }

  /**
   * Something runs; to be called before {@link #close}.
   *
   * @param size what it holds
   * @param seconds for how long from now on at most
   */
  public void hold(int size, long seconds) {
    held += size;
    long slots = slots(seconds);
    if (slots < free.length) {
      free[(int) slots] += size;
    }
  }

  /** All that runs was told; reservations may follow. */
  public void close() {
    free[0] += capacity - held;
    for (int slot = 1; slot < free.length; slot++) {
      free[slot] += free[slot - 1];
    }
  }

  /** Slots that begin within so many seconds from now. */
  private long slots(long seconds) {
    return Math.ceilDiv(seconds, (long) slotSeconds);
  }

  /**
   * Reserves from the earliest slot on from which enough is free up to the limit, or to the end of
   * the plan.
   *
   * @return that slot; {@link #slots()} if there is none, and nothing is reserved
   */
  public int reserve(int size, long limitSeconds) {
    if (size > capacity) {
      return free.length;
    }
    int length = (int) Math.min(slots(limitSeconds), free.length);
    int[] ofSize = ofSize(size);
    int first = find(size, length, ofSize[length]);
    ofSize[length] = first;
    for (int slot = first; slot < Math.min(first + length, free.length); slot++) {
      free[slot] -= size;
    }
    return first;
  }

  private int[] ofSize(int size) {
    if (earliest[size] == null) {
      earliest[size] = new int[free.length + 1];
    }
    return earliest[size];
  }

  private int find(int size, int length, int from) {
    int first = from;
    for (int slot = from; slot < Math.min(first + length, free.length); slot++) {
      if (free[slot] < size) {
        first = slot + 1;
      }
    }
    return first;
  }
}

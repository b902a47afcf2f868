package org.limpid.data.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.limpid.data.JobId;

/**
 * A map from identifiers of jobs to non-negative int. Those that are numbers are in two primitive
 * arrays, 12 bytes a slot: ten million take 200 MB. Not safe for several threads.
 */
final class JobIndex {
  /** What {@link #get} and {@link #putIfAbsent} return for an unknown key. */
  static final int ABSENT = -1;

  private long[] keys;
  private int[] values;
  private int size;
  private final Map<String, Integer> texts = new HashMap<>();

  JobIndex(int expectedSize) {
    int capacity = Integer.highestOneBit(Math.max(16, expectedSize) * 3 / 2) * 2;
    keys = new long[capacity];
    values = new int[capacity];
    Arrays.fill(values, ABSENT);
  }

  /** The value of a key, or {@link #ABSENT}. */
  int get(JobId key) {
    return key.isNumber() ? values[slotOf(key.number())] : texts.getOrDefault(key.text(), ABSENT);
  }

  /** Enters a new key; for a known one returns its value and changes nothing. */
  int putIfAbsent(JobId key, int value) {
    if (key.isNumber()) {
      return putIfAbsent(key.number(), value);
    }
    Integer known = texts.putIfAbsent(key.text(), value);
    return known == null ? ABSENT : known;
  }

  private int putIfAbsent(long key, int value) {
    int slot = slotOf(key);
    int known = values[slot];
    if (known == ABSENT) {
      keys[slot] = key;
      values[slot] = value;
      size++;
      if (size > keys.length / 4 * 3) {
        grow();
      }
    }
    return known;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash >>> 32) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}

package org.limpid.estimator.history;

import java.util.Arrays;

/**
 * Numbers pairs of ints 0, 1, 2, ... in the order of their first appearance: a hash table with
 * linear probing, without boxes. Not safe for several threads.
 */
final class DenseNumbers {
  private static final int EMPTY = -1;

  /** Odd multiplier near 2^64 over the golden ratio: Knuth, TAOCP 3, section 6.4. */
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private long[] keys = new long[1024];
  private int[] numbers = filled(1024);
  private int size;

  int size() {
    return size;
  }

  int of(int first, int second) {
    long key = ((long) first << Integer.SIZE) | (second & 0xFFFF_FFFFL);
    int slot = slot(keys, numbers, key);
    if (numbers[slot] == EMPTY) {
      keys[slot] = key;
      numbers[slot] = size++;
      if (2 * size > keys.length) {
        grow();
        return size - 1;
      }
    }
    return numbers[slot];
  }

  private static int slot(long[] keys, int[] numbers, long key) {
    int slot =
        (int) ((key * MULTIPLIER) >>> (Long.SIZE - Integer.numberOfTrailingZeros(keys.length)));
    while (numbers[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] newKeys = new long[2 * keys.length];
    int[] newNumbers = filled(2 * keys.length);
    for (int i = 0; i < keys.length; i++) {
      if (numbers[i] != EMPTY) {
        int slot = slot(newKeys, newNumbers, keys[i]);
        newKeys[slot] = keys[i];
        newNumbers[slot] = numbers[i];
      }
    }
    keys = newKeys;
    numbers = newNumbers;
  }

  private static int[] filled(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, EMPTY);
    return numbers;
  }
}

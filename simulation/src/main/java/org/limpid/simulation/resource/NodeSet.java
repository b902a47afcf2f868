package org.limpid.simulation.resource;

import java.util.Arrays;

/** A set of node positions that is walked in ascending order; grows as needed. */
final class NodeSet {
  private long[] words = new long[1];
  private int size;

  int size() {
    return size;
  }

  boolean contains(int node) {
    int word = node >>> 6;
    return size > 0 && word < words.length && (words[word] & 1L << node) != 0;
  }

  void add(int node) {
    int word = node >>> 6;
    if (word >= words.length) {
      words = Arrays.copyOf(words, Math.max(word + 1, 2 * words.length));
    }
    long bit = 1L << node;
    if ((words[word] & bit) == 0) {
      words[word] |= bit;
      size++;
    }
  }

  void remove(int node) {
    int word = node >>> 6;
    long bit = 1L << node;
    if (word < words.length && (words[word] & bit) != 0) {
      words[word] &= ~bit;
      size--;
    }
  }

  /** The smallest member at or above {@code from}; -1 if there is none. */
  int next(int from) {
    int word = from >>> 6;
    if (size == 0 || word >= words.length) {
      return -1;
    }
    long rest = words[word] & -1L << from;
    while (rest == 0) {
      if (++word == words.length) {
        return -1;
      }
      rest = words[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}

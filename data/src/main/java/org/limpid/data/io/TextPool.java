package org.limpid.data.io;

import java.util.Arrays;

/**
 * Turns slices of a buffer into strings, each distinct text once: a column of ten million user
 * names costs as many strings as there are users. Open addressing with linear probing; not safe for
 * several threads.
 */
final class TextPool {
  private String[] slots = new String[256];
  private int size;

  /** The text of the slice; the same object for equal slices. */
  String intern(char[] buffer, int offset, int length) {
    if (length == 0) {
      return "";
    }
    int slot = slotOf(buffer, offset, length);
    if (slots[slot] == null) {
      slots[slot] = new String(buffer, offset, length);
      size++;
      if (2 * size > slots.length) {
        grow();
        slot = slotOf(buffer, offset, length);
      }
    }
    return slots[slot];
  }

  private int slotOf(char[] buffer, int offset, int length) {
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = spread(hash) & (slots.length - 1);
    while (slots[slot] != null && !equal(slots[slot], buffer, offset, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static boolean equal(String text, char[] buffer, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** String.hashCode is the same polynomial, so that texts move without a look at characters. */
  private void grow() {
    String[] old = slots;
    slots = new String[2 * old.length];
    Arrays.stream(old).filter(text -> text != null).forEach(this::reinsert);
  }

  private void reinsert(String text) {
    int slot = spread(text.hashCode()) & (slots.length - 1);
    while (slots[slot] != null) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = text;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }
}

package org.limpid.simulation.state;

import java.util.Arrays;

/**
 * Writes numbers compactly into bytes.
 *
 * <p>A whole number v is stored as 2 v, or -2 v - 1 if it is negative, in groups of seven bits, the
 * lowest first, each but the last with the eighth bit set. A decimal is stored as such a number
 * where it is whole and small enough, else as the eight bytes of its IEEE 754 form behind a mark.
 * Not safe for use by several threads.
 */
public final class StateWriter {
  /** Decimals below this in magnitude are stored as whole numbers if they are whole. */
  static final double WHOLE_DECIMALS = 1L << 52;

  private byte[] bytes = new byte[256];
  private int size;

  /** Appends a flag. */
  public void flag(boolean value) {
    append(value ? 1 : 0);
  }

  /** Appends a whole number. */
  public void whole(long value) {
    varint(value << 1 ^ value >> 63);
  }

  /** Appends a decimal, which comes back bit by bit. */
  public void decimal(double value) {
    boolean isWhole =
        Math.abs(value) < WHOLE_DECIMALS
            && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits((long) value);
    flag(isWhole);
    if (isWhole) {
      whole((long) value);
    } else {
      long bits = Double.doubleToRawLongBits(value);
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        append((int) (bits >>> shift));
      }
    }
  }

  /** Everything that was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      append((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    append((int) rest);
  }

  private void append(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }
}

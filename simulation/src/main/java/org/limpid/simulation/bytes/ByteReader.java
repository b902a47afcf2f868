package org.limpid.simulation.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link ByteWriter} wrote, in the same order. For one thread.
 *
 * <p>All methods throw an {@link IllegalStateException} where the bytes end too early or can't be
 * what was written.
 */
public final class ByteReader {
  private static final int BITS = 7;
  private static final int LOW = (1 << BITS) - 1;

  private final byte[] bytes;
  private int place;

  /**
   * @param bytes are kept, not copied
   */
  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether all bytes were read. */
  public boolean isAtEnd() {
    return place == bytes.length;
  }

  /** Bytes that are left. */
  public int left() {
    return bytes.length - place;
  }

  /** The next byte, 0..255. */
  public int takeByte() {
    if (place == bytes.length) {
      throw new IllegalStateException("the bytes end too early, after " + place);
    }
    return bytes[place++] & 0xff;
  }

  private IllegalStateException unexpected(String expected, long found) {
    return new IllegalStateException(
        "expected %s before byte %d, found %d".formatted(expected, place, found));
  }

  /** Reads {@link ByteWriter#putUnsigned}. */
  public long takeUnsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int next = takeByte();
      value |= (long) (next & LOW) << shift;
      if (next <= LOW) {
        return value;
      }
    }
    throw new IllegalStateException("no number ends at byte " + place);
  }

  /** Reads {@link ByteWriter#putUnsigned} where it is a count or an index. */
  public int takeCount() {
    long value = takeUnsigned();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw unexpected("a count", value);
    }
    return (int) value;
  }

  /** Reads {@link ByteWriter#putSigned}. */
  public long takeSigned() {
    long value = takeUnsigned();
    return value >>> 1 ^ -(value & 1);
  }

  /**
   * Reads {@link ByteWriter#putSigned} where only some numbers are possible.
   *
   * @param least the smallest of them
   * @param most the largest of them
   */
  public int takeWhole(int least, int most) {
    long value = takeSigned();
    if (value < least || value > most) {
      throw unexpected("%d to %d".formatted(least, most), value);
    }
    return (int) value;
  }

  /** Reads {@link ByteWriter#putDouble}. */
  public double takeDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(takeUnsigned()));
  }

  /** Reads {@link ByteWriter#putDouble} where it is finite and not negative. */
  public double takeAmount() {
    double value = takeDouble();
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException(
          "expected an amount before byte %d, found %s".formatted(place, value));
    }
    return value;
  }

  /** Reads {@link ByteWriter#putBoolean}. */
  public boolean takeBoolean() {
    int value = takeByte();
    if (value > 1) {
      throw unexpected("0 or 1", value);
    }
    return value == 1;
  }

  /** Reads {@link ByteWriter#putText}. */
  public String takeText() {
    return new String(takeBytes(), StandardCharsets.UTF_8);
  }

  /** Reads {@link ByteWriter#putBytes}. */
  public byte[] takeBytes() {
    int count = takeCount();
    if (count > left()) {
      throw unexpected("at most %d bytes".formatted(left()), count);
    }
    place += count;
    return Arrays.copyOfRange(bytes, place - count, place);
  }
}

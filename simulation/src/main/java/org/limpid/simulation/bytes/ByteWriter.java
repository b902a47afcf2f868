package org.limpid.simulation.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Appends numbers to a growing array of bytes; {@link ByteReader} reads them back. Whole numbers
 * take one byte per seven bits. For one thread.
 */
public final class ByteWriter {
  private static final int BITS = 7;
  private static final long LOW = (1 << BITS) - 1;

  private byte[] bytes = new byte[256];
  private int size;

  /** Number of bytes so far. */
  public int size() {
    return size;
  }

  /** A copy of the bytes so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** Appends the lowest eight bits. */
  public ByteWriter putByte(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  /** Appends a number that is read as unsigned: small ones take few bytes. */
  public ByteWriter putUnsigned(long value) {
    long rest = value;
    while ((rest & ~LOW) != 0) {
      putByte((int) (rest & LOW | LOW + 1));
      rest >>>= BITS;
    }
    return putByte((int) rest);
  }

  /** Appends a number that may be negative: those near zero take few bytes. */
  public ByteWriter putSigned(long value) {
    return putUnsigned(value << 1 ^ value >> Long.SIZE - 1);
  }

  /** Appends a number with all its bits, in 8 bytes, or in few if it is whole and near zero. */
  public ByteWriter putDouble(double value) {
    return putUnsigned(Long.reverseBytes(Double.doubleToRawLongBits(value)));
  }

  /** Appends a yes or no. */
  public ByteWriter putBoolean(boolean value) {
    return putByte(value ? 1 : 0);
  }

  /** Appends a text with its length. */
  public ByteWriter putText(String text) {
    return putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends bytes with their number. */
  public ByteWriter putBytes(byte[] values) {
    putUnsigned(values.length);
    if (size + values.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + values.length));
    }
    System.arraycopy(values, 0, bytes, size, values.length);
    size += values.length;
    return this;
  }
}

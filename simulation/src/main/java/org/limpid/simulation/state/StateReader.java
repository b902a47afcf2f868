package org.limpid.simulation.state;

/** Reads what {@link StateWriter} has written. Not safe for use by several threads. */
public final class StateReader {
  private static final int LONGEST_WHOLE = 10;

  private final byte[] bytes;
  private int place;

  /**
   * @param bytes are kept, not copied
   */
  public StateReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether everything was read. */
  public boolean isAtEnd() {
    return place == bytes.length;
  }

  /**
   * The next flag.
   *
   * @throws StateException if the bytes end or are no flag
   */
  public boolean flag() {
    int value = next();
    if (value > 1) {
      throw new StateException("expected a flag at byte %d, found %d".formatted(place, value));
    }
    return value == 1;
  }

  /**
   * The next whole number.
   *
   * @throws StateException if the bytes end or are no such number
   */
  public long whole() {
    long value = 0;
    for (int group = 0; group < LONGEST_WHOLE; group++) {
      int read = next();
      value |= (long) (read & 0x7f) << 7 * group;
      if (read < 0x80) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new StateException("expected the end of a number at byte " + place);
  }

  /**
   * The next whole number.
   *
   * @param least the smallest that is possible
   * @param most the largest that is possible
   * @throws StateException if it is none of these
   */
  public int whole(int least, int most) {
    long value = whole();
    if (value < least || value > most) {
      throw new StateException("expected %d to %d, found %d".formatted(least, most, value));
    }
    return (int) value;
  }

  /**
   * The next decimal.
   *
   * @throws StateException if the bytes end or are no such number
   */
  public double decimal() {
    if (flag()) {
      return whole();
    }
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bits |= (long) next() << shift;
    }
    return Double.longBitsToDouble(bits);
  }

  private int next() {
    if (place == bytes.length) {
      throw new StateException("expected more than %d bytes".formatted(place));
    }
    return bytes[place++] & 0xff;
  }
}

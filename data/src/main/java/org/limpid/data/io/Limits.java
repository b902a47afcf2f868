package org.limpid.data.io;

/** Bounds of what is believed; beyond them a number is a mistake. */
public final class Limits {
  /** About 300 years: no time or duration of a trace is longer, and sums stay far from overflow. */
  public static final long MAX_SECONDS = 10_000_000_000L;

  /** More than any cluster has. */
  static final int MAX_COUNT = 10_000_000;

  /** Larger numbers are marks for missing ones, and their sums and squares end in infinity. */
  static final double MAX_NUMBER = 1e15;

  private Limits() {}
}

package org.limpid.models.tool;

/** Bars of characters, all of one width. */
final class Bars {
  private static final char FULL = '#';
  private static final int WIDTH = 24;
  private static final int HALF = 15;

  private final double largest;

  /** Bars in which this absolute value fills all the room. */
  Bars(double largest) {
    this.largest = largest;
  }

  /** A bar from the left. */
  String unsigned(double value) {
    int length = length(value, WIDTH);
    return String.valueOf(FULL).repeat(length) + " ".repeat(WIDTH - length);
  }

  /** A bar from the middle, to the right for positive values. */
  String signed(double value) {
    int length = length(value, HALF);
    String bar = String.valueOf(FULL).repeat(length);
    String gap = " ".repeat(HALF - length);
    String empty = " ".repeat(HALF);
    return value < 0 ? gap + bar + "|" + empty : empty + "|" + bar + gap;
  }

  private int length(double value, int room) {
    double share = largest > 0 ? Math.abs(value) / largest : 0;
    return Math.clamp(Math.round(room * share), 0, room);
  }
}

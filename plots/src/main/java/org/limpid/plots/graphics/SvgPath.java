package org.limpid.plots.graphics;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * The data of an SVG path, in relative steps of hundredths of a point, which keeps long lines
 * short.
 */
final class SvgPath {
  private static final double STEPS = 100;

  private final StringBuilder text = new StringBuilder();
  private long x;
  private long y;
  private long startX;
  private long startY;
  private char last;

  /** Length of the text before the last line; 0 if the last segment is none. */
  private int beforeLine;

  private SvgPath() {}

  static String of(Shape shape) {
    SvgPath path = new SvgPath();
    double[] at = new double[6];
    for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      path.add(it.currentSegment(at), at);
    }
    return path.text.toString();
  }

  /** A length with at most two decimals. */
  static String number(double value) {
    return number(Math.round(value * STEPS));
  }

  private static String number(long hundredths) {
    long positive = Math.abs(hundredths);
    StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "");
    long whole = positive / 100;
    long rest = positive % 100;
    if (whole > 0 || rest == 0) {
      text.append(whole);
    }
    if (rest > 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  private void add(int kind, double[] at) {
    switch (kind) {
      case PathIterator.SEG_MOVETO -> moveTo(steps(at[0]), steps(at[1]));
      case PathIterator.SEG_LINETO -> lineTo(steps(at[0]), steps(at[1]));
      case PathIterator.SEG_QUADTO -> curve('q', at, 2);
      case PathIterator.SEG_CUBICTO -> curve('c', at, 3);
      default -> close();
    }
  }

  private static long steps(double value) {
    return Math.round(value * STEPS);
  }

  private void moveTo(long toX, long toY) {
    beforeLine = 0;
    command('M');
    value(toX);
    value(toY);
    reached(toX, toY);
    startX = toX;
    startY = toY;
  }

  private void lineTo(long toX, long toY) {
    if (toX == x && toY == y) {
      return;
    }
    beforeLine = text.length();
    if (toY == y) {
      command('h');
      value(toX - x);
    } else if (toX == x) {
      command('v');
      value(toY - y);
    } else {
      command('l');
      value(toX - x);
      value(toY - y);
    }
    reached(toX, toY);
  }

  private void curve(char command, double[] at, int points) {
    beforeLine = 0;
    command(command);
    for (int i = 0; i < 2 * points; i += 2) {
      value(steps(at[i]) - x);
      value(steps(at[i + 1]) - y);
    }
    reached(steps(at[2 * points - 2]), steps(at[2 * points - 1]));
  }

  /** A line back to the start is left out, as closing draws it. */
  private void close() {
    if (x == startX && y == startY && beforeLine > 0) {
      text.setLength(beforeLine);
    }
    last = 0;
    command('z');
    reached(startX, startY);
  }

  private void reached(long toX, long toY) {
    x = toX;
    y = toY;
  }

  /** A command that is the same as the one before is not repeated. */
  private void command(char command) {
    if (command != last || command == 'z' || command == 'M') {
      text.append(command);
      last = command;
    }
  }

  private void value(long hundredths) {
    boolean afterDigit = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    if (afterDigit && hundredths >= 0) {
      text.append(' ');
    }
    text.append(number(hundredths));
  }
}

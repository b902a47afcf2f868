package org.limpid.plots.graphics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

final class SvgPathTest {
  /** From 10 to the right by 2.5, down by 4, back to the left; closing draws the fourth side. */
  @Test
  void rectanglesAreThreeStepsAndAClosing() {
    assertEquals("M10 20h2.5v4h-2.5z", SvgPath.of(new Rectangle2D.Double(10, 20, 2.5, 4)));
  }

  @Test
  void equalCommandsAreNamedOnce() {
    Path2D line = new Path2D.Double();
    line.moveTo(0, 0);
    line.lineTo(1, 1);
    line.lineTo(2.25, 0);
    line.lineTo(2.25, 0);
    line.quadTo(3, 3, 4, 0);
    assertEquals("M0 0l1 1 1.25-1q.75 3 1.75 0", SvgPath.of(line));
  }

  /** A third is written as 0.33; three of them end at 1, not at 0.99. */
  @Test
  void roundingDoesNotAddUp() {
    Path2D line = new Path2D.Double();
    line.moveTo(0, 0);
    for (int i = 1; i <= 3; i++) {
      line.lineTo(i / 3.0, 0);
    }
    assertEquals("M0 0h.33 .34 .33", SvgPath.of(line));
  }

  @Test
  void numbersHaveAtMostTwoDecimals() {
    assertEquals("0", SvgPath.number(0.001));
    assertEquals("-.5", SvgPath.number(-0.5));
    assertEquals("12.34", SvgPath.number(12.3449));
    assertEquals("3", SvgPath.number(2.9999));
    assertEquals("1.05", SvgPath.number(1.05));
  }
}

package org.limpid.workbench.chart;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * The path around a text.
 *
 * @param kind a letter per piece of the path
 * @param points x and y by turns
 */
record Outline(String kind, List<Double> points) {
  /** How far points of a path may be apart that was moved, in pixels. */
  private static final double TOLERANCE = 0.02;

  private static final int[] POINTS = {1, 1, 2, 3, 0};

  static Outline of(Shape shape) {
    StringBuilder kind = new StringBuilder();
    List<Double> points = new ArrayList<>();
    double[] piece = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int type = path.currentSegment(piece);
      kind.append("MLQCZ".charAt(type));
      for (int i = 0; i < 2 * POINTS[type]; i++) {
        points.add(piece[i]);
      }
    }
    return new Outline(kind.toString(), points);
  }

  /** Whether another path of the same kind is this one at another place. */
  boolean isMovedTo(Outline other) {
    for (int i = 0; i < points.size(); i++) {
      double move = other.points.get(i) - points.get(i);
      double first = other.points.get(i % 2) - points.get(i % 2);
      if (Math.abs(move - first) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** Half-way between its left and its right end. */
  double middle() {
    return (end(0, -1) + end(0, 1)) / 2;
  }

  /** Its upper end. */
  double top() {
    return end(1, -1);
  }

  /** The least (sign -1) or largest (sign 1) x (0) or y (1). */
  private double end(int axis, int sign) {
    double end = Double.NEGATIVE_INFINITY;
    for (int i = axis; i < points.size(); i += 2) {
      end = Math.max(end, sign * points.get(i));
    }
    return sign * end;
  }
}

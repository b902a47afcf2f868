package org.limpid.plots.graphics;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.font.Typeface;

/** Lines of text beside points. Lengths are in points. */
public final class TextPainter {
  private static final String ELLIPSIS = "…";
  private static final int TAIL = 4;

  private TextPainter() {}

  /** Where a text stands, seen along its line. */
  public enum Align {
    START,
    MIDDLE,
    END
  }

  public static double width(String text, Font font) {
    return Typeface.of(font).width(text, font.getSize2D());
  }

  /** Height of capital letters. */
  public static double capHeight(Font font) {
    return Typeface.of(font).capHeight(font.getSize2D());
  }

  /** Distance of baselines of lines that follow each other. */
  public static double lineHeight(Font font) {
    return 1.25 * font.getSize2D();
  }

  /** Writes a text whose baseline is at y. */
  public static void onBaseline(Canvas g, String text, double x, double y, Align align) {
    write(g, text, x, y, align, new AffineTransform());
  }

  /** Writes a text whose capital letters are centred at y. */
  public static void centred(Canvas g, String text, double x, double y, Align align) {
    onBaseline(g, text, x, y + capHeight(g.font()) / 2, align);
  }

  /** Writes a text from bottom to top, its capital letters centred at x. */
  public static void upwards(Canvas g, String text, double x, double y, Align align) {
    AffineTransform turned = AffineTransform.getTranslateInstance(x, y);
    turned.concatenate(AffineTransform.getRotateInstance(-Math.PI / 2));
    write(g, text, 0, capHeight(g.font()) / 2, align, turned);
  }

  /** Writes a text at a point of a plane that is placed on the canvas. */
  private static void write(
      Canvas g, String text, double x, double y, Align align, AffineTransform plane) {
    double width = width(text, g.font());
    double start =
        switch (align) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    plane.translate((float) start, (float) y);
    g.text(text, plane);
  }

  /** The text, or as much of it as fits into a width, with an ellipsis. */
  public static String shortened(String text, Font font, double width) {
    return width(text, font) <= width ? text : shortenedTo(text, font, width);
  }

  private static String shortenedTo(String text, Font font, double width) {
    int end = text.length();
    while (end > 0 && width(text.substring(0, end) + ELLIPSIS, font) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** The text, or its start and its last characters, by which names often differ. */
  public static String shortenedInside(String text, Font font, double width) {
    if (width(text, font) <= width || text.length() <= 2 * TAIL) {
      return shortened(text, font, width);
    }
    String tail = text.substring(text.offsetByCodePoints(text.length(), -TAIL));
    return shortenedTo(text, font, width - width(tail, font)) + tail;
  }

  /** The text in lines that are no wider than asked for, if its words are not. */
  public static List<String> wrapped(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line + " " + word, font) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}

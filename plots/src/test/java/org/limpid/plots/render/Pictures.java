package org.limpid.plots.render;

import java.awt.image.BufferedImage;

/** Compares pictures. */
public final class Pictures {
  private Pictures() {}

  /** Mean difference of all colour values, of 0..255; pictures may differ by a pixel in size. */
  public static double difference(BufferedImage one, BufferedImage other) {
    int width = Math.min(one.getWidth(), other.getWidth());
    int height = Math.min(one.getHeight(), other.getHeight());
    long sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += difference(one.getRGB(x, y), other.getRGB(x, y));
      }
    }
    boolean alike =
        Math.abs(one.getWidth() - other.getWidth()) <= 1
            && Math.abs(one.getHeight() - other.getHeight()) <= 1;
    return alike ? sum / (3.0 * width * height) : Double.POSITIVE_INFINITY;
  }

  private static int difference(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((one >> shift & 0xff) - (other >> shift & 0xff));
    }
    return sum;
  }
}

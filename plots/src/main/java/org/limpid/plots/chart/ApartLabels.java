package org.limpid.plots.chart;

/**
 * Where labels stand beside their places so that none covers another one: as near as they can,
 * those of a crowd moved to both sides alike.
 */
final class ApartLabels {
  private ApartLabels() {}

  /**
   * Places that are some distance apart.
   *
   * @param wanted ascending
   * @param distance of neighbours; so many times as there are places fit between both ends
   */
  static double[] of(double[] wanted, double distance, double low, double high) {
    int count = wanted.length;
    double[] upwards = wanted.clone();
    double[] downwards = wanted.clone();
    for (int i = 1; i < count; i++) {
      upwards[i] = Math.max(wanted[i], upwards[i - 1] + distance);
      int back = count - 1 - i;
      downwards[back] = Math.min(wanted[back], downwards[back + 1] - distance);
    }
    double[] apart = new double[count];
    for (int i = 0; i < count; i++) {
      double middle = (upwards[i] + downwards[i]) / 2;
      double least = low + i * distance;
      apart[i] = Math.clamp(middle, least, Math.max(least, high - (count - 1 - i) * distance));
    }
    return apart;
  }
}

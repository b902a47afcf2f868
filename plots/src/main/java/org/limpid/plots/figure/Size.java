package org.limpid.plots.figure;

/** Width and height of a figure in print, above 0. */
public record Size(double widthMillimetres, double heightMillimetres) {
  /** Width of a column of a paper with two. */
  public static final double COLUMN = 84;

  /** Width of a page of such a paper. */
  public static final double PAGE = 178;

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double LARGEST = 5000;

  public Size {
    if (!(widthMillimetres > 0 && heightMillimetres > 0)
        || Math.max(widthMillimetres, heightMillimetres) > LARGEST) {
      throw new IllegalArgumentException(
          "expected a width and height above 0 and at most %s mm, found %s and %s"
              .formatted(LARGEST, widthMillimetres, heightMillimetres));
    }
  }

  public static Size column(double heightMillimetres) {
    return new Size(COLUMN, heightMillimetres);
  }

  public static Size page(double heightMillimetres) {
    return new Size(PAGE, heightMillimetres);
  }

  /** So many times as large. */
  public Size scaled(double factor) {
    return new Size(widthMillimetres * factor, heightMillimetres * factor);
  }

  /** Width in points, 1/72 inch. */
  public double widthPoints() {
    return widthMillimetres * POINTS_PER_MILLIMETRE;
  }

  public double heightPoints() {
    return heightMillimetres * POINTS_PER_MILLIMETRE;
  }
}

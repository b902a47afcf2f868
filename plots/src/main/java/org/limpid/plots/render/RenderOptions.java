package org.limpid.plots.render;

import java.util.OptionalDouble;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;

/**
 * How figures are rendered.
 *
 * @param widthMillimetres width of all figures; empty: each has its own, in the scale of the theme
 * @param heightMillimetres height of all figures; empty: as the width and the figure's own shape
 *     say
 * @param dotsPerInch of pictures made of pixels
 */
public record RenderOptions(
    Theme theme,
    OptionalDouble widthMillimetres,
    OptionalDouble heightMillimetres,
    int dotsPerInch) {
  /** Resolution of good print. */
  public static final int PRINT_DPI = 300;

  private static final int FINEST_DPI = 2400;

  public RenderOptions {
    if (dotsPerInch < 1 || dotsPerInch > FINEST_DPI) {
      throw new IllegalArgumentException(
          "expected 1 to %d dots per inch, found %d".formatted(FINEST_DPI, dotsPerInch));
    }
  }

  /** The sizes that figures have by themselves, 300 dots per inch. */
  public static RenderOptions of(Theme theme) {
    return new RenderOptions(theme, OptionalDouble.empty(), OptionalDouble.empty(), PRINT_DPI);
  }

  public Size size(Figure figure) {
    Size own = figure.size().scaled(theme.scale());
    double width = widthMillimetres.orElse(own.widthMillimetres());
    double height =
        heightMillimetres.orElse(own.heightMillimetres() * width / own.widthMillimetres());
    return new Size(width, height);
  }
}

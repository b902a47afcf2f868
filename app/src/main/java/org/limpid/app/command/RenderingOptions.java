package org.limpid.app.command;

import java.util.Optional;
import java.util.OptionalDouble;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import picocli.CommandLine.Option;

/** The options for the looks of figures. */
final class RenderingOptions {
  @Option(
      names = "--theme",
      paramLabel = "THEME",
      converter = Choices.Themes.class,
      completionCandidates = Choices.Themes.class,
      defaultValue = "paper",
      description = {
        "paper for print, slides for slides, dark for dark slides. Default: ${DEFAULT-VALUE}."
      })
  private Theme theme;

  @Option(
      names = "--width",
      paramLabel = "MM",
      converter = Converters.Millimetres.class,
      description = "Width of all figures in millimetres. By default each has its own.")
  private Optional<Double> width;

  @Option(
      names = "--height",
      paramLabel = "MM",
      converter = Converters.Millimetres.class,
      description = "Height of all figures in millimetres.")
  private Optional<Double> height;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      converter = Converters.Resolution.class,
      description = "Pixels per inch of PNG files (${DEFAULT-VALUE}).")
  private int dotsPerInch = RenderOptions.PRINT_DPI;

  RenderOptions value() {
    return new RenderOptions(theme, optional(width), optional(height), dotsPerInch);
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}

package org.limpid.plots.render;

import java.util.Locale;
import java.util.function.BiFunction;
import org.limpid.plots.figure.Figure;

/** The formats of files. */
public enum Format {
  PDF(PdfRenderer::render),
  PNG(PngRenderer::render),
  SVG(SvgRenderer::file);

  private final BiFunction<Figure, RenderOptions, byte[]> renderer;

  Format(BiFunction<Figure, RenderOptions, byte[]> renderer) {
    this.renderer = renderer;
  }

  public byte[] render(Figure figure, RenderOptions options) {
    return renderer.apply(figure, options);
  }

  /** End of the names of files, and name on the command line: {@code pdf}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}

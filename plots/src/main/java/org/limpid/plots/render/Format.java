package org.limpid.plots.render;

import java.util.Locale;
import org.limpid.plots.figure.Figure;

/** The formats of files. */
public enum Format {
  /** Pages with embedded fonts; for papers. */
  PDF {
    @Override
    public byte[] render(Figure figure, RenderOptions options) {
      return PdfRenderer.render(figure, options);
    }
  },
  /** Pixels. */
  PNG {
    @Override
    public byte[] render(Figure figure, RenderOptions options) {
      return PngRenderer.render(figure, options);
    }
  },
  /** Vectors for web pages, with the letters that they need. */
  SVG {
    @Override
    public byte[] render(Figure figure, RenderOptions options) {
      return SvgRenderer.file(figure, options);
    }
  };

  /** The bytes of a file. */
  public abstract byte[] render(Figure figure, RenderOptions options);

  /** End of the names of files, and name on the command line: {@code pdf}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}

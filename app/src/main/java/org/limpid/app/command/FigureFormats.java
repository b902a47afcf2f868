package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.plots.render.Format;

/** Formats of figures on the command line. */
final class FigureFormats extends Choice<Format> {
  @Override
  Map<String, Format> byName() {
    return index(List.of(Format.values()), Format::extension);
  }
}

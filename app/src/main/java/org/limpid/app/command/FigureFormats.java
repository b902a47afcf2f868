package org.limpid.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.plots.render.Format;
import org.limpid.results.table.TableFormat;

/**
 * Formats of figures and of tables on the command line, by the ends of the names of their files.
 */
final class FigureFormats extends Choice<String> {
  FigureFormats() {
    super(() ->
        index(
            Stream.concat(
                    Arrays.stream(Format.values()).map(Format::extension),
                    Arrays.stream(TableFormat.values()).map(TableFormat::extension))
                .toList(),
            name -> name));
  }

  /** Those of figures among some names; all for no names. */
  static List<Format> ofFigures(List<String> names) {
    return Arrays.stream(Format.values())
        .filter(format -> names.isEmpty() || names.contains(format.extension()))
        .toList();
  }

  /** Those of tables among some names; all for no names. */
  static List<TableFormat> ofTables(List<String> names) {
    return Arrays.stream(TableFormat.values())
        .filter(format -> names.isEmpty() || names.contains(format.extension()))
        .toList();
  }
}

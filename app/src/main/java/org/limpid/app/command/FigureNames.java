package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.plots.Exhibits;

/** Figures and tables on the command line: a name stands for one or for all. */
final class FigureNames extends Choice<List<String>> {
  /** Every figure and table that the inputs allow. */
  static final String ALL = "all";

  @Override
  Map<String, List<String>> byName() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    Exhibits.names().forEach(name -> byName.put(name, List.of(name)));
    byName.put(ALL, List.of(ALL));
    return byName;
  }
}

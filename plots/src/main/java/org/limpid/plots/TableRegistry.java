package org.limpid.plots;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.TableSource;
import org.limpid.plots.paper.Table4;
import org.limpid.plots.paper.Table5;
import org.limpid.plots.paper.Table7;
import org.limpid.plots.waits.WaitCausesByGroupTable;
import org.limpid.plots.waits.WaitCausesTable;

/** All kinds of tables. A new one is a line here. */
public final class TableRegistry {
  private static final List<TableSource> ALL =
      List.of(
          new Table4(),
          new Table5(),
          new WaitCausesTable(),
          WaitCausesByGroupTable.byVirtualCluster(),
          WaitCausesByGroupTable.bySize(),
          new Table7());

  private TableRegistry() {}

  /** All kinds, in the order in which lists and reports show them. */
  public static List<TableSource> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(TableSource::name).toList();
  }

  /** The kind of a name. */
  public static Optional<TableSource> named(String name) {
    return ALL.stream().filter(source -> source.name().equals(name)).findFirst();
  }
}

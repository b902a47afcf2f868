package org.limpid.models.tool;

import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.interpret.table.Table;

/** What the commands with models say of columns. */
final class ModelInputs {
  private ModelInputs() {}

  /** What to say of a column that is not there. */
  static Problem noColumn(Table table, String name) {
    return new Problem(
        table.source(),
        1,
        name,
        "",
        "there is no such column",
        ClosestName.hint(name, table.names()));
  }
}

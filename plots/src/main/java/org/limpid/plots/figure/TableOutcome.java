package org.limpid.plots.figure;

import java.util.List;
import java.util.Objects;
import org.limpid.results.table.Table;

/** What a source of tables makes of an input. */
public sealed interface TableOutcome {
  /**
   * Tables, each with a name of its own.
   *
   * @param tables at least one
   */
  record Made(List<Table> tables) implements TableOutcome {
    public Made {
      tables = List.copyOf(tables);
      if (tables.isEmpty()
          || tables.stream().map(Table::name).distinct().count() != tables.size()) {
        throw new IllegalArgumentException("expected at least one table, each with its own name");
      }
    }
  }

  /**
   * No table.
   *
   * @param reason why, as a clause without a full stop
   */
  record Absent(String reason) implements TableOutcome {
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }
}

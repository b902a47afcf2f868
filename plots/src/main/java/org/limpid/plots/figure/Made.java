package org.limpid.plots.figure;

import java.util.List;
import java.util.Objects;
import org.limpid.results.table.PageTable;

/** What a kind of figure or table makes of an input. */
public sealed interface Made {
  /**
   * Figures, each with a name of its own.
   *
   * @param figures at least one
   */
  record Figures(List<Figure> figures) implements Made {
    public Figures {
      figures = List.copyOf(figures);
      requireNames(figures.stream().map(Figure::name).toList());
    }
  }

  /**
   * Tables, each with a name of its own.
   *
   * @param tables at least one
   */
  record Tables(List<PageTable> tables) implements Made {
    public Tables {
      tables = List.copyOf(tables);
      requireNames(tables.stream().map(PageTable::name).toList());
    }
  }

  /**
   * Neither.
   *
   * @param reason why, as a clause without a full stop: {@code no job shared GPUs in this run}
   */
  record Nothing(String reason) implements Made {
    public Nothing {
      Objects.requireNonNull(reason, "reason");
    }
  }

  private static void requireNames(List<String> names) {
    if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("expected at least one, each with its own name: " + names);
    }
  }

  /** One figure. */
  static Made of(Figure figure) {
    return new Figures(List.of(figure));
  }

  /** One table. */
  static Made of(PageTable table) {
    return new Tables(List.of(table));
  }

  /** Some figures, or the reason why there are none. */
  static Made of(List<Figure> figures, String reasonIfNone) {
    return figures.isEmpty() ? new Nothing(reasonIfNone) : new Figures(figures);
  }
}

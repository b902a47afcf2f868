package org.limpid.plots.figure;

import java.util.List;
import java.util.Objects;

/** What a source of figures makes of an input. */
public sealed interface Outcome {
  /**
   * Figures, each with a name of its own.
   *
   * @param figures at least one
   */
  record Drawn(List<Figure> figures) implements Outcome {
    public Drawn {
      figures = List.copyOf(figures);
      if (figures.isEmpty()
          || figures.stream().map(Figure::name).distinct().count() != figures.size()) {
        throw new IllegalArgumentException("expected at least one figure, each with its own name");
      }
    }
  }

  /**
   * No figure.
   *
   * @param reason why, as a clause without a full stop: {@code no job shared GPUs in this run}
   */
  record Absent(String reason) implements Outcome {
    public Absent {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** One figure. */
  static Outcome of(Figure figure) {
    return new Drawn(List.of(figure));
  }

  /** Some figures, or the reason why there are none. */
  static Outcome of(List<Figure> figures, String reasonIfNone) {
    return figures.isEmpty() ? new Absent(reasonIfNone) : new Drawn(figures);
  }
}

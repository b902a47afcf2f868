package org.limpid.reference;

import java.util.List;

/** Takes tables row by row, while they come about: they may be too large to be kept. */
@FunctionalInterface
public interface TableSink {
  /** Keeps nothing. */
  TableSink NONE = (_, _) -> new Ignored();

  /**
   * Begins a table.
   *
   * @param name of the table, the name of its file without ending
   * @param columns their names
   */
  Rows open(String name, List<String> columns);

  /** A table that is being written, field by field. For one thread. */
  interface Rows extends AutoCloseable {
    /** Whether anybody looks at the rows; where nobody does, they need not be made. */
    default boolean isWanted() {
      return true;
    }

    /** Appends a number: without decimal point if it is whole, else in the fewest digits. */
    Rows number(double value);

    /** Appends whole numbers; those below 0 as fields without content. */
    Rows indices(int[] values);

    /** Appends a text. */
    Rows text(String text);

    /** Ends a row. */
    void endRow();

    @Override
    void close();
  }

  /** A table that nobody looks at. */
  final class Ignored implements Rows {
    private Ignored() {}

    @Override
    public boolean isWanted() {
      return false;
    }

    @Override
    public Rows number(double value) {
      return this;
    }

    @Override
    public Rows indices(int[] values) {
      return this;
    }

    @Override
    public Rows text(String text) {
      return this;
    }

    @Override
    public void endRow() {
      // Nobody looks at it.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

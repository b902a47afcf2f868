package org.limpid.files.table;

/**
 * A column of a table. Each of its values may be missing.
 *
 * @param name unique within the table
 * @param kind what its values are
 */
public record TableColumn(String name, Kind kind) {
  /** What the values of a column are. */
  public enum Kind {
    /** Whole numbers of 64 bits. */
    LONG,
    /** Finite numbers of double precision. */
    DOUBLE,
    /** Texts. */
    TEXT
  }

  /** A column of whole numbers. */
  public static TableColumn ofLongs(String name) {
    return new TableColumn(name, Kind.LONG);
  }

  /** A column of finite numbers. */
  public static TableColumn ofDoubles(String name) {
    return new TableColumn(name, Kind.DOUBLE);
  }

  /** A column of texts. */
  public static TableColumn ofTexts(String name) {
    return new TableColumn(name, Kind.TEXT);
  }
}

package org.limpid.data.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.files.ClosestName;

/**
 * Which columns a CSV file has. Columns are constants of one enum; the name in the file is the name
 * of the constant in lower case. Configure it once, then share it: reading changes nothing.
 */
public final class CsvSchema {
  private static final String INDEX = "";

  private final List<Enum<?>> columns;
  private final Class<?> kind;
  private final int kindSize;
  private final Set<Enum<?>> required;
  private final Map<String, Enum<?>> byName = new HashMap<>();
  private final Set<Enum<?>> together = new HashSet<>();
  private boolean ignoringOthers;
  private boolean indexAllowed;
  private boolean ownFiles;

  private CsvSchema(List<? extends Enum<?>> columns, Collection<? extends Enum<?>> required) {
    this.columns = new ArrayList<>(columns);
    kind = columns.getFirst().getDeclaringClass();
    kindSize = kind.getEnumConstants().length;
    this.required = new LinkedHashSet<>(required);
    columns.forEach(column -> byName.put(nameOf(column), column));
  }

  /** Files with all required columns, perhaps some of the optional ones, and no others. */
  public static <E extends Enum<E>> CsvSchema of(Collection<E> required, Collection<E> optional) {
    List<E> columns = new ArrayList<>(required);
    columns.addAll(optional);
    return new CsvSchema(columns, required);
  }

  /**
   * Files in which the columns have names of their own; all others are not read.
   *
   * @param names of the columns in the file, at least one, all different
   */
  public static <E extends Enum<E>> CsvSchema ofNames(Map<E, String> names) {
    CsvSchema schema = new CsvSchema(List.copyOf(names.keySet()), names.keySet()).ignoringOthers();
    schema.byName.clear();
    names.forEach((column, name) -> schema.byName.put(name, column));
    return schema;
  }

  /** Columns that are all constants of another enum may be there, too. */
  public CsvSchema perhapsWith(List<? extends Enum<?>> others) {
    others.forEach(column -> byName.put(nameOf(column), column));
    columns.addAll(others);
    return this;
  }

  /** Columns that are all constants of another enum have to be there, too. */
  public CsvSchema with(List<? extends Enum<?>> others) {
    required.addAll(others);
    return perhapsWith(others);
  }

  /** Other columns may stand in the file and are not read. */
  public CsvSchema ignoringOthers() {
    ignoringOthers = true;
    return this;
  }

  /** The column may have another name, too; empty: it may have none. */
  public CsvSchema alias(String name, Enum<?> column) {
    byName.put(name, column);
    return this;
  }

  /** The first column may have no name, as pandas writes its index; it is not read. */
  public CsvSchema allowingIndex() {
    indexAllowed = true;
    return this;
  }

  /** Limpid writes such files itself, so nobody has them from elsewhere under other names. */
  public CsvSchema ownFiles() {
    ownFiles = true;
    return this;
  }

  /** Of these optional columns a file has all or none. */
  public CsvSchema allOrNone(Collection<? extends Enum<?>> group) {
    together.addAll(group);
    return this;
  }

  /** Name of a column in the file. */
  public static String nameOf(Enum<?> column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  /** Writes a header line. */
  static void writeNames(CsvOutput csv, List<? extends Enum<?>> columns) {
    csv.row(columns.stream().map(CsvSchema::nameOf).toArray(String[]::new));
  }

  /**
   * Finds the columns in the header, and notes those that are missing, unknown or there twice: one
   * by one, or in one message where the whole table is another one.
   *
   * @return by {@link #indexOf} the position in the file, -1 if the column is not there
   */
  int[] positions(List<String> header, CsvRow row) {
    int[] positions = new int[kindSize + columns.size()];
    Arrays.fill(positions, -1);
    for (int i = header.size() - 1; i >= 0; i--) {
      Enum<?> column = byName.get(header.get(i));
      if (column != null) {
        positions[indexOf(column)] = i;
      }
    }
    List<String> missing = missing(positions);
    ForeignTable foreign = new ForeignTable(header);
    if (!ownFiles && foreign.isMeant(required.size(), missing.size(), unknown(header).size())) {
      row.headerProblem("", foreign.value(), foreign.message(missing), foreign.hint(missing));
    } else {
      noteProblems(positions, header, missing, row);
    }
    return positions;
  }

  /** Place of a column among the positions; those of the other enum come behind. */
  int indexOf(Enum<?> column) {
    return column.getDeclaringClass() == kind ? column.ordinal() : kindSize + column.ordinal();
  }

  private List<String> missing(int[] positions) {
    boolean grouped = together.stream().anyMatch(column -> positions[indexOf(column)] >= 0);
    return columns.stream()
        .filter(column -> required.contains(column) || (grouped && together.contains(column)))
        .filter(column -> positions[indexOf(column)] < 0)
        .map(CsvSchema::nameOf)
        .toList();
  }

  /** Positions of names that the file may not have. */
  private List<Integer> unknown(List<String> header) {
    return IntStream.range(0, header.size())
        .filter(i -> !ignoringOthers && !byName.containsKey(header.get(i)))
        .filter(i -> !(indexAllowed && i == 0 && header.get(i).equals(INDEX)))
        .boxed()
        .toList();
  }

  private void noteProblems(
      int[] positions, List<String> header, List<String> missing, CsvRow row) {
    List<Integer> unknown = unknown(header);
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      Enum<?> column = byName.get(name);
      if (unknown.contains(i)) {
        row.headerProblem(name, name, "expected a known column", unknownHint(name));
      } else if (column != null && positions[indexOf(column)] != i) {
        row.headerProblem(
            name, name, "expected this column once", "Maybe one of them is left over.");
      }
    }
    for (String name : missing) {
      row.headerProblem(
          name, String.join(",", header), "expected this column", missingHint(name, header));
    }
  }

  private List<String> columnNames() {
    return columns.stream().map(CsvSchema::nameOf).toList();
  }

  private String unknownHint(String name) {
    return ColumnSynonyms.meant(name, columnNames())
        .map("Maybe '%s' was meant."::formatted)
        .orElseGet(() -> ClosestName.hint(name, columnNames()));
  }

  private static String missingHint(String name, List<String> header) {
    if (header.size() == 1) {
      return "Maybe the fields are not separated by commas, or the header line is missing.";
    }
    return ColumnSynonyms.find(name, header)
        .map("Maybe it is called '%s' there."::formatted)
        .orElse("Maybe the header line is missing or a column has another name.");
  }
}

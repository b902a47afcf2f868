package org.limpid.interpret.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** Takes the fields of a CSV file into one builder per column, without an object per field. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRows> {
  private final Path file;
  private final Predicate<String> texts;
  private final Problems problems;
  private final List<String> names = new ArrayList<>();
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private final RowLines.Builder lines = new RowLines.Builder();
  private final Set<String> mixed = new LinkedHashSet<>();
  private boolean headerDone;
  private boolean readable = true;
  private long line;
  private int fieldCount;

  CsvRows(Path file, Predicate<String> texts, Problems problems) {
    this.file = file;
    this.texts = texts;
    this.problems = problems;
  }

  /** The line in which the row that was begun last stands. */
  long line() {
    return Math.max(1, line);
  }

  /** Whether it makes sense to read on. */
  boolean isReadable() {
    return readable;
  }

  /** Columns in which texts came after numbers, whose text is lost: they must be read again. */
  Set<String> mixed() {
    return mixed;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fieldCount = 0;
  }

  @Override
  protected void handleField(
      int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
    fieldCount++;
    int from = offset;
    int to = offset + length;
    while (from < to && buffer[from] <= ' ' && buffer[from] != 0) {
      from++;
    }
    while (to > from && buffer[to - 1] <= ' ' && buffer[to - 1] != 0) {
      to--;
    }
    boolean inQuotes = quoted && to - from < length && !FieldText.isMissing(buffer, from, to);
    int begin = inQuotes ? offset : from;
    int end = inQuotes ? offset + length : to;
    if (!headerDone) {
      names.add(new String(buffer, begin, end - begin));
    } else if (fieldIndex < columns.size() && !addNumber(fieldIndex, buffer, from, to)) {
      addText(fieldIndex, buffer, begin, end);
    }
  }

  /** Whether the column took the field; one that finds a text becomes a column of texts. */
  private boolean addNumber(int index, char[] buffer, int from, int to) {
    if (!(columns.get(index) instanceof ColumnBuilder.Numbers numbers)) {
      return false;
    }
    if (numbers.add(buffer, from, to)) {
      return true;
    }
    if (numbers.hasNumbers()) {
      mixed.add(names.get(index));
    }
    columns.set(index, new ColumnBuilder.Texts(numbers.size()));
    return false;
  }

  private void addText(int index, char[] buffer, int from, int to) {
    if (!columns.get(index).add(buffer, from, to)) {
      problem(names.get(index), new String(buffer, from, to - from), "found a NUL character");
    }
  }

  private void problem(String column, String value, String message) {
    problems.add(
        new Problem(
            file.toString(),
            line,
            column,
            value,
            "expected text, " + message,
            "Maybe the file is damaged, or in UTF-16: convert it with iconv."));
  }

  @Override
  protected CsvRows buildRecord() {
    if (fieldCount > 0) {
      endRow();
    }
    return this;
  }

  private void endRow() {
    if (!headerDone) {
      headerDone = true;
      begin();
    } else if (fieldCount == names.size()) {
      lines.add(line);
    } else {
      problems.add(
          new Problem(
              file.toString(),
              line,
              "",
              "",
              "expected %d fields as in the first line, found %d"
                  .formatted(names.size(), fieldCount),
              "Maybe a text with a comma in it is not in quotation marks."));
    }
  }

  private void begin() {
    checkNames();
    for (String name : names) {
      boolean text = texts.test(name);
      columns.add(text ? new ColumnBuilder.Texts(0) : new ColumnBuilder.Numbers());
    }
  }

  private void checkNames() {
    if (names.getFirst().startsWith("{")) {
      inHeader("", "expected a CSV file, found JSON", "Maybe this is a model: name it elsewhere.");
      readable = false;
      return;
    }
    if (names.size() == 1 && names.getFirst().matches("(?s).*[;\t|].*")) {
      inHeader(
          names.getFirst(),
          "expected columns with commas between them",
          "Maybe convert the file: other separators are not supported.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      checkName(i, seen);
    }
  }

  private void checkName(int index, Set<String> seen) {
    String name = names.get(index);
    if (name.isEmpty()) {
      inHeader(
          "", "column %d has no name".formatted(index + 1), "Maybe the first line is no header.");
    } else if (name.indexOf('\0') >= 0) {
      problem("", name, "found a NUL character");
    } else if (!seen.add(name)) {
      inHeader(name, "two columns have this name", "Maybe rename one of them.");
    }
  }

  private void inHeader(String value, String message, String hint) {
    problems.add(new Problem(file.toString(), line(), "", value, message, hint));
  }

  /** Notes what can only be told at the end of the file. */
  void finish() {
    if (!headerDone) {
      problems.add(file, "the file is empty, expected a line with names of columns", "");
    } else if (lines.size() == 0 && problems.isEmpty()) {
      problems.add(
          file, "expected rows below the names of columns, found none", "Maybe the file was cut.");
    }
  }

  /** The table; after {@link #finish()} and without problems only. Gives up the builders. */
  Table toTable() {
    List<Column> built = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      built.add(columns.set(i, null).build(names.get(i)));
    }
    return Table.of(file.toString(), lines.build(), built, Reading.PLAIN);
  }
}

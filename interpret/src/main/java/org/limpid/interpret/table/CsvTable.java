package org.limpid.interpret.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Reads CSV files into tables: RFC 4180, commas, UTF-8, plain or gzipped, names of columns in the
 * first line.
 *
 * <p>White space around a field does not count, but for that within the quotes of a text: {@code "
 * a"} is another text than {@code a}. A field is missing when it is empty or, in upper or lower
 * case, one of {@code NA}, {@code N/A}, {@code #N/A}, {@code <NA>}, {@code NaN}, {@code null} and
 * {@code ?}. A column is numeric when all other fields are decimal numbers, such as {@code -1},
 * {@code .5}, {@code 6e-3} or {@code inf}, and there is one at least; every other column holds
 * texts, also {@code True} and {@code False}. Lines without any character are passed over.
 */
public final class CsvTable {
  private CsvTable() {}

  /**
   * Reads a file. Throws a {@code DataException} if it cannot be read, names of columns are missing
   * or doubled, rows differ in length, quotation marks are not closed, there are NUL characters, or
   * there is no row; all problems at once.
   */
  public static Table read(Path file) {
    return read(file, _ -> false);
  }

  /**
   * Reads a file, as {@link #read(Path)}, but keeps the numbers of some columns, by their names, as
   * texts, as they are written.
   */
  public static Table read(Path file, Predicate<String> texts) {
    CsvRows first = rows(file, texts);
    return first.mixed().isEmpty()
        ? first.toTable()
        : rows(file, texts.or(first.mixed()::contains)).toTable();
  }

  private static CsvRows rows(Path file, Predicate<String> texts) {
    Problems problems = new Problems();
    CsvRows rows = new CsvRows(file, texts, problems);
    try (Reader text = InputFiles.openText(file);
        CsvReader<CsvRows> csv = builder().build(rows, text)) {
      Iterator<CsvRows> each = csv.iterator();
      while (rows.isReadable() && each.hasNext()) {
        each.next();
      }
      rows.finish();
    } catch (IOException e) {
      problems.add(InputFiles.explain(file, e));
    } catch (UncheckedIOException e) {
      problems.add(InputFiles.explain(file, e.getCause()));
    } catch (CsvParseException e) {
      problems.add(explain(file, rows, e));
    }
    problems.throwIfAny();
    return rows;
  }

  /** The number of fields is checked by {@link CsvRows}, which can name file and line. */
  private static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private static Problem explain(Path file, CsvRows rows, CsvParseException failure) {
    return switch (failure.getCause()) {
      case IOException e -> InputFiles.explain(file, e);
      case UncheckedIOException e -> InputFiles.explain(file, e.getCause());
      case null, default ->
          new Problem(
              file.toString(),
              rows.line(),
              "",
              "",
              "expected a CSV row here or in the next lines",
              "Maybe a quotation mark is not closed.");
    };
  }
}

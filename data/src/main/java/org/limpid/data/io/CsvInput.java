package org.limpid.data.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Reads CSV files (RFC 4180, comma, UTF-8, plain or gzipped) row by row, without an object per row
 * or field.
 */
public final class CsvInput {
  private CsvInput() {}

  /**
   * Hands every row with the right number of fields to {@code consumer}. All problems, those of the
   * file itself included, go to {@code problems}; rows are not read when the header is wrong.
   */
  public static void read(
      Path file, CsvSchema schema, Problems problems, Consumer<CsvRow> consumer) {
    read(file, CsvHeader.COMMA, schema, problems, consumer);
  }

  /**
   * The same for a file without a header line.
   *
   * @param names of its columns
   */
  public static void readHeaderless(
      Path file,
      List<String> names,
      CsvSchema schema,
      Problems problems,
      Consumer<CsvRow> consumer) {
    read(file, CsvHeader.COMMA, Optional.of(names), schema, problems, consumer);
  }

  /** The same for files with another sign between the fields. */
  public static void read(
      Path file, char separator, CsvSchema schema, Problems problems, Consumer<CsvRow> consumer) {
    read(file, separator, Optional.empty(), schema, problems, consumer);
  }

  private static void read(
      Path file,
      char separator,
      Optional<List<String>> names,
      CsvSchema schema,
      Problems problems,
      Consumer<CsvRow> consumer) {
    CsvRow row = new CsvRow(file, problems);
    try (Reader text = new BufferedReader(InputFiles.openText(file));
        CsvReader<CsvRow> rows = builder(separator).build(new Handler(row), text)) {
      if (isJson(text)) {
        row.begin(1);
        schema.positions(List.of("{"), row);
      } else {
        readRows(file, names, schema, problems, rows.iterator(), consumer);
      }
    } catch (IOException e) {
      problems.add(InputFiles.explain(file, e));
    } catch (UncheckedIOException e) {
      problems.add(InputFiles.explain(file, e.getCause()));
    } catch (CsvParseException e) {
      problems.add(explain(file, row, e));
    }
  }

  /** Number of fields is checked here, where the message can name file and line. */
  private static CsvReader.CsvReaderBuilder builder(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  /** The quotation marks of JSON are at odds with those of CSV, so that no header is found. */
  private static boolean isJson(Reader text) throws IOException {
    text.mark(1);
    int first = text.read();
    text.reset();
    return first == '[' || first == '{';
  }

  private static void readRows(
      Path file,
      Optional<List<String>> names,
      CsvSchema schema,
      Problems problems,
      Iterator<CsvRow> rows,
      Consumer<CsvRow> consumer) {
    if (!rows.hasNext()) {
      problems.add(file, "the file is empty, expected a header line", "");
      return;
    }
    CsvRow row = rows.next();
    long before = problems.count();
    row.resolve(schema, names.orElseGet(row::allTexts));
    if (problems.count() == before) {
      requireText(file, row, problems);
    }
    if (problems.count() > before) {
      return;
    }
    if (names.isPresent()) {
      accept(row, consumer);
    }
    while (rows.hasNext()) {
      rows.next();
      accept(row, consumer);
    }
  }

  /** Names of columns may be those of virtual clusters or models. */
  private static void requireText(Path file, CsvRow row, Problems problems) {
    row.header().stream()
        .filter(NulBytes::areIn)
        .map(name ->
            new Problem(file.toString(), row.line(), "", name, NulBytes.MESSAGE, NulBytes.HINT))
        .forEach(problems::add);
  }

  private static void accept(CsvRow row, Consumer<CsvRow> consumer) {
    int expected = row.header().size();
    if (row.fieldCount() == expected) {
      consumer.accept(row);
    } else {
      row.wrongFieldCount(expected);
    }
  }

  private static Problem explain(Path file, CsvRow row, CsvParseException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof IOException io) {
      return InputFiles.explain(file, io);
    }
    if (cause instanceof UncheckedIOException io) {
      return InputFiles.explain(file, io.getCause());
    }
    return new Problem(
        file.toString(),
        row.line(),
        "",
        "",
        "expected a CSV row here or in the next lines",
        "Maybe a quotation mark is not closed.");
  }

  /** Passes fields into the one row. */
  private static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final CsvRow row;

    Handler(CsvRow row) {
      this.row = row;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin(startingLineNumber);
    }

    @Override
    protected void handleField(
        int fieldIndex, char[] buffer, int offset, int length, boolean quoted) {
      row.append(buffer, offset, length);
    }

    @Override
    protected CsvRow buildRecord() {
      return row;
    }
  }
}

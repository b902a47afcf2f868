package org.limpid.data.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.InputFiles;
import org.limpid.files.Problems;

/**
 * The first line of a table that somebody else made, read before anything is known of its columns.
 *
 * @param separator what stands between fields
 * @param names of the columns as they are
 * @param line the line as it is
 */
public record CsvHeader(char separator, List<String> names, String line) {
  static final char COMMA = ',';

  /** Equally frequent ones in the order of how common they are. */
  private static final List<Character> SEPARATORS = List.of(COMMA, ';', '\t', '|');

  private static final String QUOTED = "\"[^\"]*\"";

  public CsvHeader {
    names = List.copyOf(names);
  }

  /**
   * Reads the first line that is not empty. The separator is the comma, semicolon, tab or vertical
   * bar that is there most often outside of quotation marks.
   *
   * @return empty where the file can't be read, which is noted as a problem
   */
  public static Optional<CsvHeader> read(Path file, Problems problems) {
    try (BufferedReader text = new BufferedReader(InputFiles.openText(file))) {
      Optional<String> line = text.lines().filter(each -> !each.isBlank()).findFirst();
      if (line.isEmpty()) {
        problems.add(file, "the file is empty, expected a header line", "");
      }
      return line.flatMap(each -> of(file, each, problems));
    } catch (IOException e) {
      problems.add(InputFiles.explain(file, e));
    } catch (UncheckedIOException e) {
      problems.add(InputFiles.explain(file, e.getCause()));
    }
    return Optional.empty();
  }

  private static Optional<CsvHeader> of(Path file, String line, Problems problems) {
    try {
      return Optional.of(of(line));
    } catch (CsvParseException _) {
      Optional<String> look = ForeignTable.look(line);
      problems.add(
          file,
          "expected a line with the names of the columns"
              + look.map("; this looks like "::concat).orElse(""),
          look.isPresent() ? "" : "Maybe a quotation mark is not closed.");
      return Optional.empty();
    }
  }

  static CsvHeader of(String line) {
    char separator =
        SEPARATORS.stream()
            .max(
                Comparator.comparingLong((Character each) -> count(line, each))
                    .thenComparing(SEPARATORS::indexOf, Comparator.reverseOrder()))
            .orElseThrow();
    try (Stream<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .ofCsvRecord(line)
            .stream()) {
      List<String> names = records.findFirst().orElseThrow().getFields();
      return new CsvHeader(separator, names, line);
    }
  }

  private static long count(String line, char separator) {
    return line.replaceAll(QUOTED, "").chars().filter(each -> each == separator).count();
  }

  /** What the table looks like, if it is one of those that many people have. */
  public Optional<String> look() {
    return ForeignTable.look(line);
  }
}

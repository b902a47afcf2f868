package org.limpid.data.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Reads options such as {@code prod=4,research=4}. */
final class NamePairs {
  private NamePairs() {}

  /**
   * Splits an option into names and their values. A pair that holds a comma stands in quotes, as in
   * CSV.
   *
   * @param option with its hyphens, for messages
   * @return in the order of the option
   * @throws DataException if it is no such list, or has a name twice
   */
  static Map<String, String> parse(String option, String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : split(option, text)) {
      int sign = pair.indexOf('=');
      String name = sign < 0 ? "" : pair.substring(0, sign).strip();
      String value = pair.substring(sign + 1).strip();
      if (name.isEmpty() || value.isEmpty()) {
        throw refused(option, "expected NAME=VALUE,..., found '%s'".formatted(pair));
      }
      if (pairs.put(name, value) != null) {
        throw refused(option, "expected each name once, found '%s' twice".formatted(name));
      }
    }
    return pairs;
  }

  private static List<String> split(String option, String text) {
    try (Stream<CsvRecord> records =
        CsvReader.builder().allowUnclosedQuote(false).ofCsvRecord(text).stream()) {
      return records.flatMap(each -> each.getFields().stream()).map(String::strip).toList();
    } catch (CsvParseException _) {
      throw refused(option, "expected a closing quote, found '%s'".formatted(text));
    }
  }

  private static DataException refused(String option, String message) {
    return new DataException(Problem.of(option, message, ""));
  }
}

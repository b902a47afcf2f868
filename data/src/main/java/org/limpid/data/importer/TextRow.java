package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * One job of a log that is no CSV: its fields by the names of their columns.
 *
 * @param line of the file, from 1; of JSON the number of the job
 * @param fields as they are in the log; those that it lacks may be missing
 * @param problems takes what is wrong with them
 */
record TextRow(Path file, long line, Map<String, String> fields, Problems problems) {
  private static final String NUMBER = "-?(\\d{1,15}\\.?\\d*|\\.\\d+)";

  /** What batch systems write where they know nothing. */
  private static final Set<String> MISSING =
      Set.of("", "unknown", "none", "none assigned", "n/a", "(null)", "null");

  /** The text of the first of these fields that says something; else empty. */
  String text(String... columns) {
    for (String column : columns) {
      String text = fields.getOrDefault(column, "").strip();
      if (!MISSING.contains(text.toLowerCase(Locale.ROOT))) {
        return text;
      }
    }
    return "";
  }

  /** The field as a number that can be done without: empty where it is none. */
  OptionalDouble number(String column) {
    String text = text(column);
    return text.matches(NUMBER)
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /**
   * The field as a number that is needed.
   *
   * @return NaN where it is none, which is noted as a problem
   */
  double neededNumber(String column) {
    OptionalDouble number = number(column);
    if (number.isEmpty()) {
      problem(column, "expected a number", "");
    }
    return number.orElse(Double.NaN);
  }

  void problem(String column, String message, String hint) {
    problems.add(
        new Problem(file.toString(), line, column, fields.getOrDefault(column, ""), message, hint));
  }
}

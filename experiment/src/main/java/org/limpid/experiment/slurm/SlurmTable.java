package org.limpid.experiment.slurm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * A table of Slurm's: columns by name, with {@code |} or with blanks between. With blanks only the
 * reason why a job waits may have blanks in it.
 */
final class SlurmTable {
  private static final String REASON = "REASON";

  private final SlurmText text;
  private final List<String> columns;
  private final List<Line> lines;

  private SlurmTable(SlurmText text, List<String> columns, List<Line> lines) {
    this.text = text;
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * A row.
   *
   * @param number of the line, from 1
   */
  record Line(int number, List<String> fields) {}

  /**
   * Reads a table.
   *
   * @param command that prints such a table as it should be
   * @throws DataException if it is none
   */
  static SlurmTable of(SlurmText text, String command) {
    if (text.lines().isEmpty() || text.lines().getFirst().isBlank()) {
      throw new DataException(
          Problem.of(
              text.source(),
              "expected a line with the names of columns, found none",
              maybe(command)));
    }
    String header = text.lines().getFirst();
    boolean bars = header.contains("|");
    List<String> columns =
        fields(header.toUpperCase(Locale.ROOT), bars).stream().map(SlurmTable::name).toList();
    List<Line> lines = new ArrayList<>();
    Problems problems = new Problems();
    for (int i = 1; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (!line.isBlank()) {
        List<String> fields = bars ? fields(line, true) : joined(fields(line, false), columns);
        if (fields.size() == columns.size()) {
          lines.add(new Line(i + 1, fields));
        } else {
          problems.add(
              new Problem(
                  text.source(),
                  i + 1,
                  "",
                  line.strip(),
                  "expected %d fields as in the first line, found %d"
                      .formatted(columns.size(), fields.size()),
                  maybe(command)));
        }
      }
    }
    problems.throwIfAny();
    return new SlurmTable(text, columns, lines);
  }

  private static String maybe(String command) {
    return "Maybe print it by: " + command;
  }

  private static List<String> fields(String line, boolean bars) {
    if (!bars) {
      return Arrays.asList(line.strip().split("\\s+"));
    }
    String whole = line.strip();
    String inner = whole.endsWith("|") ? whole.substring(0, whole.length() - 1) : whole;
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  /** Fields of a reason with blanks in it are one. */
  private static List<String> joined(List<String> fields, List<String> columns) {
    int reason = columns.indexOf(REASON);
    int surplus = fields.size() - columns.size();
    if (reason < 0 || surplus <= 0) {
      return fields;
    }
    List<String> joined = new ArrayList<>(fields.subList(0, reason));
    joined.add(String.join(" ", fields.subList(reason, reason + surplus + 1)));
    joined.addAll(fields.subList(reason + surplus + 1, fields.size()));
    return joined;
  }

  /** Columns that have several names have one here. */
  private static String name(String column) {
    return switch (column) {
      case "ST" -> "STATE";
      case "TIMELIMIT" -> "TIME_LIMIT";
      case "NODELIST(REASON)" -> REASON;
      default -> column;
    };
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  List<Line> lines() {
    return lines;
  }

  /** A field; empty if there is no such column, or nothing in it. */
  Optional<String> field(Line line, String column) {
    int place = columns.indexOf(column);
    return Optional.of(place)
        .filter(at -> at >= 0)
        .map(line.fields()::get)
        .filter(field -> !field.isEmpty());
  }

  /**
   * Checks for columns.
   *
   * @param command that prints them all
   * @throws DataException if one is missing
   */
  void require(List<String> names, String command) {
    List<String> missing = names.stream().filter(name -> !has(name)).toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          Problem.of(
              text.source(),
              "expected the columns %s, found %s"
                  .formatted(String.join(", ", missing), String.join(", ", columns)),
              maybe(command)));
    }
  }

  /** A problem of a field. */
  Problem problem(Line line, String column, String message, String hint) {
    return new Problem(
        text.source(), line.number(), column, field(line, column).orElse(""), message, hint);
  }
}

package org.limpid.data.io;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.limpid.data.JobId;
import org.limpid.data.NoValue;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.TimeHints;

/**
 * One row of a CSV file and typed access to its fields. The same object serves all rows of a file.
 *
 * <p>A field that is not what was asked for is noted as a problem; the method then returns a
 * harmless value and {@link #isGood()} becomes false until the next row. Not safe for several
 * threads.
 */
public final class CsvRow {
  private static final String UNREAL = "expected a number that may be real";
  private static final String UNREAL_HINT = "Maybe it is a mark for missing.";

  private final String file;
  private final Problems problems;
  private final TextPool texts = new TextPool();
  private char[] characters = new char[256];
  private int[] ends = new int[32];
  private int fieldCount;
  private long line;
  private boolean good;
  private CsvSchema schema;
  private int[] positions = {};
  private List<String> header = List.of();
  private final Set<Enum<?>> unixTimeFound = new HashSet<>();

  CsvRow(Path file, Problems problems) {
    this.file = file.toString();
    this.problems = problems;
  }

  void begin(long newLine) {
    line = newLine;
    fieldCount = 0;
    good = true;
  }

  void append(char[] buffer, int offset, int length) {
    int start = fieldCount == 0 ? 0 : ends[fieldCount - 1];
    if (start + length > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(start + length, 2 * characters.length));
    }
    if (fieldCount == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    System.arraycopy(buffer, offset, characters, start, length);
    ends[fieldCount++] = start + length;
  }

  void resolve(CsvSchema newSchema, List<String> names) {
    schema = newSchema;
    header = names;
    positions = schema.positions(header, this);
  }

  List<String> allTexts() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < fieldCount; i++) {
      all.add(found(i));
    }
    return all;
  }

  /** Names of all columns, also of those that the schema does not know. */
  List<String> header() {
    return header;
  }

  int fieldCount() {
    return fieldCount;
  }

  /** Line of the file in which the row begins, from 1. */
  public long line() {
    return line;
  }

  /** Whether no field of this row had a problem so far. */
  public boolean isGood() {
    return good;
  }

  private int position(Enum<?> column) {
    int index = schema.indexOf(column);
    return index < positions.length ? positions[index] : -1;
  }

  /** Whether the file has the column. */
  public boolean has(Enum<?> column) {
    return position(column) >= 0;
  }

  /** Whether the file lacks the column or the field is empty. */
  public boolean isEmpty(Enum<?> column) {
    return !has(column) || isEmpty(position(column));
  }

  /** Whether the field is empty or says that there is nothing: None, null, NaN and the like. */
  public boolean isMissing(Enum<?> column) {
    return has(column) && !startsWithDigit(position(column)) && NoValue.isToldBy(text(column));
  }

  /** Usual fields do, so that they need no text of their own. */
  private boolean startsWithDigit(int position) {
    return length(position) > 0 && Character.isDigit(characters[start(position)]);
  }

  /** Whether the field is a number below 0. */
  boolean isNegative(Enum<?> column) {
    int position = position(column);
    return length(position) > 1
        && characters[start(position)] == '-'
        && FieldParser.number(characters, start(position), ends[position]) < 0;
  }

  boolean isEmpty(int position) {
    return length(position) == 0;
  }

  /** The field as text; equal texts are the same object. Empty where the column is missing. */
  public String text(Enum<?> column) {
    if (!has(column)) {
      return "";
    }
    int position = position(column);
    String text = texts.intern(characters, start(position), length(position));
    if (NulBytes.areIn(text)) {
      problem(column, NulBytes.MESSAGE, NulBytes.HINT);
    }
    return text;
  }

  /** The field as text, by its position in the file. */
  String text(int position) {
    return texts.intern(characters, start(position), length(position));
  }

  /** The field as text, as it was before {@link CsvTexts} marked it. */
  public String restoredText(Enum<?> column) {
    return CsvTexts.restored(text(column));
  }

  /** The field as text that may not be empty. */
  public String requiredText(Enum<?> column) {
    if (isEmpty(column)) {
      problem(column, "expected a text, found nothing", "");
    }
    return text(column);
  }

  /** The field as the identifier of a job: a whole number, or a text that is no number. */
  public JobId jobId(Enum<?> column) {
    int position = position(column);
    long number =
        FieldParser.wholeNumber(characters, start(position), ends[position], Long.MIN_VALUE);
    if (number >= 0) {
      return JobId.of(number);
    }
    return JobId.parse(restoredText(column))
        .orElseGet(() -> JobId.of(wholeNumber(column, 0, Long.MAX_VALUE, "")));
  }

  /**
   * The field as a whole number.
   *
   * @param hint what may be wrong when it is not, a sentence "Maybe ..."; may be empty
   */
  public long wholeNumber(Enum<?> column, long minimum, long maximum, String hint) {
    return wholeNumber(column, minimum, maximum, FieldHints.always(hint));
  }

  /**
   * The field as a whole number.
   *
   * @param hint says what may be wrong, given what was found
   */
  long wholeNumber(Enum<?> column, long minimum, long maximum, UnaryOperator<String> hint) {
    return wholeNumber(position(column), minimum, maximum, hint);
  }

  long wholeNumber(int position, long minimum, long maximum, UnaryOperator<String> hint) {
    long value =
        FieldParser.wholeNumber(characters, start(position), ends[position], Long.MIN_VALUE);
    if (value != Long.MIN_VALUE && value >= minimum && value <= maximum) {
      return value;
    }
    String found = found(position);
    report(header.get(position), found, expectedWhole(minimum, maximum), hint.apply(found));
    return minimum;
  }

  /** The field as a finite number of {@code minimum..maximum}. */
  public double number(Enum<?> column, double minimum, double maximum, String hint) {
    return number(column, minimum, maximum, FieldHints.always(hint));
  }

  /**
   * The field as a finite number of {@code minimum..maximum}.
   *
   * @param hint says what may be wrong, given what was found
   */
  double number(Enum<?> column, double minimum, double maximum, UnaryOperator<String> hint) {
    int position = position(column);
    double value = FieldParser.number(characters, start(position), ends[position]);
    if (value >= minimum && value <= maximum) {
      return value;
    }
    if (isUnreal(value)) {
      problem(column, UNREAL, UNREAL_HINT);
      return minimum;
    }
    problem(column, expectedNumber(minimum, maximum), hint.apply(found(position)));
    return minimum;
  }

  /** The field as a finite number of {@code minimum..maximum}, by its position in the file. */
  double number(int position, double minimum, double maximum) {
    double value = FieldParser.number(characters, start(position), ends[position]);
    if (value >= minimum && value <= maximum) {
      return value;
    }
    boolean unreal = isUnreal(value);
    report(
        header.get(position),
        found(position),
        unreal ? UNREAL : expectedNumber(minimum, maximum),
        unreal ? UNREAL_HINT : "");
    return minimum;
  }

  private static boolean isUnreal(double value) {
    return Double.isFinite(value) && Math.abs(value) > Limits.MAX_NUMBER;
  }

  /** The field as a flag: 0, 1, False or True. */
  public boolean flag(Enum<?> column) {
    return switch (text(column)) {
      case "0", "0.0", "False", "false" -> false;
      case "1", "1.0", "True", "true" -> true;
      default -> {
        problem(column, "expected 0 or 1", "");
        yield false;
      }
    };
  }

  /**
   * The field as a time: whole seconds since the origin, or a date-time {@code yyyy-MM-dd
   * HH:mm:ss}.
   *
   * @return seconds since the origin, {@code minimum} or later
   */
  public long seconds(Enum<?> column, LocalDateTime origin, long minimum, String hint) {
    int position = position(column);
    if (length(position) < 8 || characters[start(position) + 4] != '-') {
      return looksLikeUnixTime(column, origin)
          ? minimum
          : wholeNumber(column, minimum, Limits.MAX_SECONDS, hint);
    }
    long value = dateTime(position, column);
    if (!good) {
      return minimum;
    }
    long seconds = value - origin.toEpochSecond(ZoneOffset.UTC);
    if (seconds < minimum) {
      problem(column, "expected a time %,d s after %s or later".formatted(minimum, origin), hint);
    }
    if (seconds > Limits.MAX_SECONDS) {
      problem(
          column,
          "expected a time at most %,d s after %s".formatted(Limits.MAX_SECONDS, origin),
          "");
    }
    return Math.clamp(seconds, minimum, Limits.MAX_SECONDS);
  }

  /** Said once for a file, as it is so in all rows then. */
  private boolean looksLikeUnixTime(Enum<?> column, LocalDateTime origin) {
    int position = position(column);
    if (length(position) < UnixTime.FEWEST_DIGITS) {
      return false;
    }
    double value = FieldParser.number(characters, start(position), ends[position]);
    Optional<String> look = UnixTime.looksLike(value, origin);
    if (look.isPresent() && unixTimeFound.add(column)) {
      problem(
          column,
          "expected seconds since the origin or a time, not " + look.get(),
          UnixTime.hint(origin));
    }
    good &= look.isEmpty();
    return look.isPresent();
  }

  private long dateTime(int position, Enum<?> column) {
    try {
      long value = FieldParser.dateTime(characters, start(position), ends[position]);
      if (value == FieldParser.NOT_A_TIME) {
        problem(column, "expected a time yyyy-MM-dd HH:mm:ss", "");
      }
      return value;
    } catch (DateTimeException e) {
      problem(column, "expected a time that exists", "");
      return FieldParser.NOT_A_TIME;
    }
  }

  /** Notes a problem of one field of this row. */
  public void problem(Enum<?> column, String message, String hint) {
    int position = position(column);
    String value = position < 0 ? "" : found(position);
    report(nameInFile(column, position), value, message, hint);
  }

  /** A column may have another name in the file, or none. */
  private String nameInFile(Enum<?> column, int position) {
    return position < 0 || header.get(position).isEmpty()
        ? CsvSchema.nameOf(column)
        : header.get(position);
  }

  void headerProblem(String column, String value, String message, String hint) {
    report(column, value, message, hint);
  }

  void wrongFieldCount(int expected) {
    report(
        "",
        String.join(",", allTexts()),
        "expected %d fields but the row has %d".formatted(expected, fieldCount),
        "Maybe the row is cut short, or a text with a comma lacks quotation marks.");
  }

  private void report(String column, String value, String message, String hint) {
    good = false;
    String time = TimeHints.of(value);
    problems.add(new Problem(file, line, column, value, message, time.isEmpty() ? hint : time));
  }

  private String found(int position) {
    return new String(characters, start(position), length(position));
  }

  private int start(int position) {
    return position == 0 ? 0 : ends[position - 1];
  }

  private int length(int position) {
    return ends[position] - start(position);
  }

  private static String expectedWhole(long minimum, long maximum) {
    return maximum == Long.MAX_VALUE
        ? "expected a whole number of at least " + minimum
        : "expected a whole number of %d to %d".formatted(minimum, maximum);
  }

  private static String expectedNumber(double minimum, double maximum) {
    if (minimum == -Limits.MAX_NUMBER) {
      return "expected a finite number";
    }
    String least = minimum == Double.MIN_VALUE ? "above 0" : "of at least " + minimum;
    return maximum == Limits.MAX_NUMBER
        ? "expected a finite number " + least
        : "expected a number %s and at most %s".formatted(least, maximum);
  }
}

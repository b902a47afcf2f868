package org.limpid.interpret.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.files.Problems;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.CsvTable;
import org.limpid.interpret.table.DecimalMark;
import org.limpid.interpret.table.FormatGuess;
import org.limpid.interpret.table.Reading;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.text.QuotedNames;

/**
 * Reads a CSV file whose numbers and dates may be formatted as people write them. What the file
 * does not tell is said by a {@link Reading}: that of a model, or what a user knows. Not safe for
 * several threads.
 */
public final class ColumnsReader {
  public enum Role {
    /** Nothing: it stays as it is. */
    IGNORED,
    /** Names, kept as they are written. */
    NAMES,
    /** Numbers; what else it holds is left for others to refuse. */
    NUMBERS,
    /** Whatever it holds: numbers, dates or names. */
    ANYTHING
  }

  private static final String DECIMAL = "--decimal point or --decimal comma";
  private static final String DATES = "--dates day-first or --dates month-first";

  private final Function<String, Role> roles;
  private final Reading known;
  private final Map<String, CellFormat> formats = new LinkedHashMap<>();
  private final List<String> notices = new ArrayList<>();
  private final Problems problems = new Problems();

  /**
   * A reader of one file, given what each column is for, by its name, and how cells are read; of
   * columns without a format the cells decide.
   */
  public ColumnsReader(Function<String, Role> roles, Reading known) {
    this.roles = roles;
    this.known = known;
    formats.putAll(known.formats());
  }

  /**
   * Reads the file. Throws a {@code DataException} if it cannot be read, or cells don't fit the
   * format of their column; all problems at once.
   */
  public Table read(Path file) {
    boolean all = known.decimal().filter(DecimalMark.COMMA::equals).isPresent();
    Table raw =
        CsvTable.read(
            file, name -> all || role(name) == Role.NAMES || known.formats().containsKey(name));
    List<Column> made = new ArrayList<>();
    raw.columns().forEach(column -> made.addAll(read(column, raw)));
    List<Column> kept = distinct(made, raw);
    problems.throwIfAny();
    return raw.reread(kept, known.withFormats(formats));
  }

  /** How the file was understood, where that may surprise; a sentence each. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  private Role role(String name) {
    return Objects.requireNonNull(roles.apply(name), name);
  }

  private List<Column> read(Column column, Table raw) {
    Role role = role(column.name());
    if (role == Role.IGNORED) {
      return List.of(column);
    }
    Column gaps = known.withGaps(column);
    if (role == Role.NAMES || !(gaps instanceof TextColumn texts)) {
      return List.of(gaps);
    }
    CellFormat format = known.formats().get(column.name());
    return format == null ? guessed(texts, role, raw) : read(texts, format, raw);
  }

  private List<Column> read(TextColumn texts, CellFormat format, Table raw) {
    boolean[] fits = new boolean[texts.levels().size()];
    IntStream.range(0, fits.length)
        .forEach(level -> fits[level] = !Double.isNaN(format.value(texts.levels().get(level))));
    IntStream.range(0, texts.size())
        .filter(row -> !texts.isMissing(row) && !fits[texts.code(row)])
        .mapToObj(row ->
            raw.problem(
                row,
                texts,
                "expected " + format.description() + ", as in training",
                "Maybe correct the file, or leave the field empty, which means missing."))
        .forEach(problems::add);
    return format.read(texts);
  }

  private List<Column> guessed(TextColumn texts, Role role, Table raw) {
    FormatGuess guess = FormatGuess.of(texts, known);
    boolean wanted = role == Role.ANYTHING || guess.isNumbers();
    if (guess.isAmbiguous() && wanted) {
      ambiguous(texts, role, guess, raw);
    } else if (guess.isCertain() && wanted) {
      return read(texts, role, guess.formats().getFirst());
    } else if (role == Role.ANYTHING && !guess.formats().isEmpty()) {
      mixed(texts, raw, guess.isDates() ? "dates" : "numbers");
    }
    return List.of(texts);
  }

  private List<Column> read(TextColumn texts, Role role, CellFormat format) {
    List<Column> made = format.read(texts);
    boolean plain = format.equals(CellFormat.Numbers.PLAIN);
    if (!plain || !texts.levels().stream().allMatch(NumbersFirst::isNumber)) {
      formats.put(texts.name(), format);
      String what = plain ? "numbers with separators of thousands" : format.description();
      notices.add(notice(texts, what, made) + (role == Role.ANYTHING ? opposite(texts) : "."));
    }
    return made;
  }

  private static String opposite(TextColumn texts) {
    return " (--nominal %s keeps texts).".formatted(QuotedNames.listed(texts.name()));
  }

  private static String notice(TextColumn texts, String what, List<Column> made) {
    int row = firstRow(texts, text -> true);
    String values =
        made.stream()
            .map(column -> made.size() == 1 ? column.text(row) : named(column, row))
            .collect(Collectors.joining(", "));
    return "%s is read as %s: '%s' is %s".formatted(texts.name(), what, texts.text(row), values);
  }

  private static int firstRow(TextColumn texts, Predicate<String> wanted) {
    return IntStream.range(0, texts.size())
        .filter(row -> !texts.isMissing(row) && wanted.test(texts.text(row)))
        .findFirst()
        .orElse(0);
  }

  private static String named(Column column, int row) {
    return column.name() + " " + column.text(row);
  }

  private void ambiguous(TextColumn texts, Role role, FormatGuess guess, Table raw) {
    CellFormat first = guess.formats().getFirst();
    CellFormat second = guess.formats().get(1);
    int row = firstRow(texts, text -> first.value(text) != second.value(text));
    String text = texts.text(row);
    String question = "'%s' is %s or %s".formatted(text, first.meaning(text), second.meaning(text));
    String what = guess.isDates() ? "dates" : "numbers";
    String choice = guess.isDates() ? DATES : DECIMAL;
    if (role == Role.NUMBERS) {
      problems.add(
          raw.problem(
              row,
              texts,
              "expected a number that can be read in one way only",
              "Maybe add %s: %s.".formatted(choice, question)));
    } else {
      notices.add(
          "%s is nominal, as its %s can be read in two ways: %s. %s says which."
              .formatted(texts.name(), what, question, choice));
    }
  }

  private void mixed(TextColumn texts, Table raw, String what) {
    BadCells bad = BadCells.of(raw, texts);
    String first = texts.text(bad.rows().getFirst());
    notices.add("%s is nominal, as it holds '%s' among %s.".formatted(texts.name(), first, what));
    String missing = "--missing '%s' takes it for missing".formatted(QuotedNames.listed(first));
    String nominal = "--nominal %s all for names".formatted(QuotedNames.listed(texts.name()));
    notices.add(
        "%s: %s. Maybe correct the file, or %s, %s."
            .formatted(texts.name(), bad.sample(), missing, nominal));
  }

  /** Columns that stand for dates have names of their own; one that is for nothing gives way. */
  private List<Column> distinct(List<Column> made, Table raw) {
    Set<String> dates = new LinkedHashSet<>();
    formats.forEach((column, format) -> {
      if (format instanceof CellFormat.Dates each && raw.find(column).isPresent()) {
        dates.addAll(each.names(column));
      }
    });
    List<Column> kept = new ArrayList<>(made);
    for (String name : dates) {
      raw.find(name)
          .ifPresent(other -> {
            if (role(name) == Role.IGNORED) {
              kept.remove(other);
            } else {
              problems.add(
                  raw.problem(
                      -1,
                      other,
                      "expected no such column, as dates make one of this name",
                      "Maybe rename it, or exclude it."));
            }
          });
    }
    return kept;
  }
}

package org.limpid.interpret.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limpid.files.Problems;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.FormatGuess;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * The cells of a column of texts that keep it from being numbers: their rows ascending, all that
 * are not missing if there is no guess.
 */
public record BadCells(Table table, TextColumn column, FormatGuess guess, List<Integer> rows) {
  private static final int SHOWN = 3;
  private static final int LONGEST = 40;

  public BadCells {
    rows = List.copyOf(rows);
  }

  public static BadCells of(Table table, TextColumn column) {
    FormatGuess guess = FormatGuess.of(column, table.reading());
    CellFormat format =
        guess.formats().isEmpty() ? CellFormat.Numbers.PLAIN : guess.formats().getFirst();
    boolean[] good = new boolean[column.levels().size()];
    for (int level = 0; level < good.length; level++) {
      good[level] = !Double.isNaN(format.value(column.levels().get(level)));
    }
    List<Integer> bad =
        IntStream.range(0, column.size())
            .filter(row -> !column.isMissing(row) && !good[column.code(row)])
            .boxed()
            .toList();
    return new BadCells(table, column, guess, bad);
  }

  /**
   * Notes each bad cell, or the first cell alone where no cell is a plain number: what is expected,
   * such as {@code expected a weight of 0 or more}, and what to do where all cells are something
   * else.
   */
  public void note(Problems problems, String expected, String hint) {
    if (rows.isEmpty() || rows.size() == guess.present() || guess.isDates()) {
      IntStream.range(0, column.size())
          .filter(row -> !column.isMissing(row))
          .limit(1)
          .mapToObj(row -> table.problem(row, column, expected, hint))
          .forEach(problems::add);
      return;
    }
    String correct =
        "Maybe correct the file: %s of %s values are numbers."
            .formatted(count(guess.present() - rows.size()), count(guess.present()));
    rows.stream()
        .map(row -> table.problem(row, column, "expected a number", correct))
        .forEach(problems::add);
  }

  /** The first of them with their lines, and how many there are: {@code 'ERR' (line 32)}. */
  public String sample() {
    List<String> shown = rows.stream().limit(SHOWN).map(this::cell).toList();
    String more = rows.size() > SHOWN ? " and %s more".formatted(count(rows.size() - SHOWN)) : "";
    return String.join(", ", shown) + more;
  }

  private String cell(int row) {
    int line = table.line(row);
    String place = line > 0 ? "line " + line : "row " + row;
    String text = column.text(row);
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return "'%s' (%s)".formatted(shown, place);
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}

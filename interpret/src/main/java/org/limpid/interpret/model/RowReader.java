package org.limpid.interpret.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.table.CellFormat;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/** Fills {@link Row}s from a table, after one check that the table has what the features need. */
public final class RowReader {
  /** For each feature its value in a row, in the encoding of {@link Row}. */
  private final List<IntToDoubleFunction> sources = new ArrayList<>();

  /**
   * Prepares reading. Throws a {@code DataException} if a column is missing, or holds texts where
   * the feature is numeric; all problems at once.
   */
  public RowReader(List<Feature> features, Table table) {
    this(features, Optional.empty(), table);
  }

  /**
   * Prepares reading what a model needs. Throws a {@code DataException} as the other constructor
   * does, and where a value of {@link Model#offset()} is missing.
   */
  public RowReader(Model model, Table table) {
    this(model.features(), model.offset(), table);
  }

  private RowReader(List<Feature> features, Optional<String> offset, Table table) {
    Problems problems = new Problems();
    for (Feature feature : features) {
      boolean added = offset.filter(feature.name()::equals).isPresent();
      table
          .find(feature.name())
          .ifPresentOrElse(
              column -> {
                sources.add(source(feature, column, table, problems));
                if (added) {
                  requireAll(column, table, problems);
                }
              },
              () -> problems.add(missing(feature, added, table)));
    }
    problems.throwIfAny();
  }

  private static Problem missing(Feature feature, boolean added, Table table) {
    return Problem.ofColumn(
        table.source(),
        feature.name(),
        "the model needs this column" + (added ? ", its offset: it adds it to every score" : ""),
        ClosestName.hint(feature.name(), table.names()));
  }

  private static void requireAll(Column column, Table table, Problems problems) {
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        problems.add(
            table.problem(
                row,
                column,
                "expected a number, as the model adds it to the score (offset)",
                "Maybe leave out the rows in which it is not known."));
      }
    }
  }

  private static IntToDoubleFunction source(
      Feature feature, Column column, Table table, Problems problems) {
    return switch (feature) {
      case Feature.Numeric _ ->
          switch (column) {
            case NumericColumn numbers -> finite(numbers, table, problems);
            case TextColumn texts -> numbersOf(texts, table, problems);
          };
      case Feature.Categorical categorical -> categories(categorical, column);
    };
  }

  private static IntToDoubleFunction finite(NumericColumn numbers, Table table, Problems problems) {
    for (int row = 0; row < numbers.size(); row++) {
      if (Double.isInfinite(numbers.value(row))) {
        problems.add(
            table.problem(
                row, numbers, "expected a finite number", "Maybe leave the field empty."));
      }
    }
    return numbers::value;
  }

  /** Texts serve as numbers where all of them are some, and where there are none at all. */
  private static IntToDoubleFunction numbersOf(TextColumn texts, Table table, Problems problems) {
    BadCells bad = BadCells.of(table, texts);
    if (bad.guess().isNumbers() && bad.guess().isCertain()) {
      CellFormat format = bad.guess().formats().getFirst();
      return levels(texts, format::value);
    }
    bad.note(
        problems, "expected a number", "Maybe the model was trained on another kind of column.");
    return _ -> Double.NaN;
  }

  private static IntToDoubleFunction categories(Feature.Categorical feature, Column column) {
    CategoryCodes codes = new CategoryCodes(feature.categories());
    return switch (column) {
      case TextColumn texts -> levels(texts, codes::code);
      case NumericColumn numbers ->
          row -> numbers.isMissing(row) ? Double.NaN : codes.code(numbers.text(row));
    };
  }

  private static IntToDoubleFunction levels(TextColumn texts, ToDoubleFunction<String> encoding) {
    double[] encoded = texts.levels().stream().mapToDouble(encoding).toArray();
    return row -> texts.isMissing(row) ? Double.NaN : encoded[texts.code(row)];
  }

  /** Fills {@code target}, which was made for the same features, with a row of the table. */
  public void read(int row, Row target) {
    for (int i = 0; i < sources.size(); i++) {
      target.setEncoded(i, sources.get(i).applyAsDouble(row));
    }
  }

  /**
   * All features of a table in the encoding of {@link Row}, features x rows, for trainers that go
   * through columns by turns. Throws a {@code DataException} if the table lacks a feature or holds
   * texts for a number.
   */
  public static double[][] columns(List<Feature> features, Table table) {
    RowReader reader = new RowReader(features, table);
    double[][] columns = new double[features.size()][table.rowCount()];
    for (int position = 0; position < columns.length; position++) {
      int feature = position;
      Arrays.setAll(columns[position], row -> reader.encoded(row, feature));
    }
    return columns;
  }

  /** One feature of one row, in the encoding of {@link Row}. */
  public double encoded(int row, int position) {
    return sources.get(position).applyAsDouble(row);
  }
}

package org.limpid.interpret.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<Source> sources = new ArrayList<>();

  /** Where one feature comes from. */
  private sealed interface Source {
    double encoded(int row);
  }

  private record Numbers(NumericColumn column) implements Source {
    @Override
    public double encoded(int row) {
      return column.value(row);
    }
  }

  /** {@code codes} maps levels of the column to categories of the feature. */
  private record Categories(TextColumn column, double[] codes) implements Source {
    @Override
    public double encoded(int row) {
      int level = column.code(row);
      return level == TextColumn.MISSING ? Double.NaN : codes[level];
    }
  }

  /** Numbers that serve as names of categories, as {@link Column#text} writes them. */
  private record NumberedCategories(NumericColumn column, CategoryCodes codes) implements Source {
    @Override
    public double encoded(int row) {
      return column.isMissing(row) ? Double.NaN : codes.code(column.text(row));
    }
  }

  /**
   * Prepares reading.
   *
   * @throws org.limpid.files.DataException if a column is missing, or holds texts where the feature
   *     is numeric; all problems at once
   */
  public RowReader(List<Feature> features, Table table) {
    Problems problems = new Problems();
    for (Feature feature : features) {
      table
          .find(feature.name())
          .ifPresentOrElse(
              column -> sources.add(source(feature, column, table, problems)),
              () -> problems.add(missing(feature, table)));
    }
    problems.throwIfAny();
  }

  private static Problem missing(Feature feature, Table table) {
    return Problem.ofColumn(
        table.source(),
        feature.name(),
        "the model needs this column",
        ClosestName.hint(feature.name(), table.names()));
  }

  private static Source source(Feature feature, Column column, Table table, Problems problems) {
    return switch (feature) {
      case Feature.Numeric _ ->
          switch (column) {
            case NumericColumn numbers -> finite(numbers, table, problems);
            case TextColumn texts -> numbersOf(texts, table, problems);
          };
      case Feature.Categorical categorical -> categories(categorical, column);
    };
  }

  private static Source finite(NumericColumn numbers, Table table, Problems problems) {
    for (int row = 0; row < numbers.size(); row++) {
      if (Double.isInfinite(numbers.value(row))) {
        problems.add(
            table.problem(
                row, numbers, "expected a finite number", "Maybe leave the field empty."));
      }
    }
    return new Numbers(numbers);
  }

  /** Texts serve as numbers where all of them are some, and where there are none at all. */
  private static Source numbersOf(TextColumn texts, Table table, Problems problems) {
    BadCells bad = BadCells.of(table, texts);
    if (bad.guess().isNumbers() && bad.guess().isCertain()) {
      CellFormat format = bad.guess().formats().getFirst();
      return new Categories(texts, texts.levels().stream().mapToDouble(format::value).toArray());
    }
    bad.note(
        problems, "expected a number", "Maybe the model was trained on another kind of column.");
    double[] nothing = new double[texts.levels().size()];
    Arrays.fill(nothing, Double.NaN);
    return new Categories(texts, nothing);
  }

  private static Source categories(Feature.Categorical feature, Column column) {
    CategoryCodes codes = new CategoryCodes(feature.categories());
    return switch (column) {
      case TextColumn texts ->
          new Categories(texts, texts.levels().stream().mapToDouble(codes::code).toArray());
      case NumericColumn numbers -> new NumberedCategories(numbers, codes);
    };
  }

  /** Fills {@code target}, which was made for the same features, with a row of the table. */
  public void read(int row, Row target) {
    for (int i = 0; i < sources.size(); i++) {
      target.setEncoded(i, sources.get(i).encoded(row));
    }
  }

  /**
   * All features of a table in the encoding of {@link Row}, features x rows, for trainers that go
   * through columns by turns.
   *
   * @throws org.limpid.files.DataException if the table lacks a feature or holds texts for a number
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
    return sources.get(position).encoded(row);
  }
}

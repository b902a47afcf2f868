package org.limpid.workbench.query;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.plots.workbench.QueryAnswer;
import org.limpid.results.RunData;
import org.limpid.results.RunFolder;
import org.limpid.workbench.DataSet;
import org.limpid.workbench.Run;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A question about a run, such as {@code jobs | where gpu_num > 8 | group by policy: mean(queue)}:
 * a table, and what to do with it, step by step. {@code docs/workbench.md} tells the language.
 * Immutable.
 */
public final class Query {
  private final String source;
  private final List<Step> steps;

  /**
   * A question.
   *
   * @param source name of the table
   */
  Query(String source, List<Step> steps) {
    this.source = source;
    this.steps = List.copyOf(steps);
  }

  /**
   * Reads a question.
   *
   * @throws org.limpid.files.DataException if it is none
   */
  public static Query parse(String question) {
    return QueryParser.parse(question);
  }

  /**
   * The answer of a run as a table of Tablesaw.
   *
   * @throws org.limpid.files.DataException if the run has no such tables or columns
   */
  public Table on(Run run) {
    return rows(run, Optional.empty(), new LinkedHashSet<>()).table();
  }

  /**
   * The answer of a run.
   *
   * @param data where its data set is; empty: where it was
   * @throws org.limpid.files.DataException if the run has no such tables or columns
   */
  public QueryAnswer answer(Run run, Optional<Path> data) {
    Set<String> notices = new LinkedHashSet<>();
    Rows rows = rows(run, data, notices);
    List<Column<?>> columns = rows.table().columns();
    return new QueryAnswer(
        columns.stream()
            .map(column -> new QueryAnswer.Column(column.name(), kind(column, rows.lengths())))
            .toList(),
        IntStream.range(0, rows.table().rowCount())
            .mapToObj(row -> columns.stream().map(column -> cell(column, row)).toList())
            .toList(),
        List.copyOf(notices));
  }

  private Rows rows(Run run, Optional<Path> data, Set<String> notices) {
    RunFolder folder = run.folder();
    Sources sources =
        new Sources(run, () -> DataSet.of(RunData.required(folder.description(), data)));
    Rows rows = sources.rows(source);
    for (Step step : steps) {
      rows = step.apply(rows, sources, notices::add);
    }
    return rows;
  }

  private static QueryAnswer.Kind kind(Column<?> column, Set<String> lengths) {
    if (!(column instanceof NumericColumn<?>)) {
      return QueryAnswer.Kind.TEXT;
    }
    return lengths.contains(column.name()) ? QueryAnswer.Kind.LENGTH : QueryAnswer.Kind.NUMBER;
  }

  private static Object cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return QueryAnswer.MISSING;
    }
    return switch (column) {
      case DoubleColumn numbers -> numbers.getDouble(row);
      case NumericColumn<?> numbers -> (long) numbers.getDouble(row);
      case BooleanColumn truths -> truths.get(row);
      default -> column.getString(row);
    };
  }
}

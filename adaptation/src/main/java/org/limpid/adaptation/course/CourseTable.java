package org.limpid.adaptation.course;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.CsvTable;
import org.limpid.files.Page;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/** What was learnt, as a table for programs and for people. */
public final class CourseTable {
  private static final String CHANGED = "Maybe the file was changed by hand.";

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.ofTexts("course"),
          TableColumn.ofLongs("stage"),
          TableColumn.ofTexts("scenario"),
          TableColumn.ofLongs("seed"),
          TableColumn.ofLongs("episodes"),
          TableColumn.ofDoubles("temperature"),
          TableColumn.ofDoubles("first_500"),
          TableColumn.ofDoubles("last_500"),
          TableColumn.ofTexts("actions"),
          TableColumn.ofDoubles("acc"),
          TableColumn.ofLongs("rank"));

  /** The columns that are read back; all others follow from what was asked for. */
  private enum Column {
    STAGE,
    FIRST_500,
    LAST_500,
    ACTIONS
  }

  private CourseTable() {}

  /** Writes CSV, a row for each stage of each course. */
  static void write(OutputStream out, List<CourseResult> results) throws IOException {
    new CsvTable()
        .write(
            out,
            COLUMNS,
            rows -> {
              for (CourseResult result : results) {
                write(rows, result);
              }
            });
  }

  private static void write(TableRows rows, CourseResult result) throws IOException {
    rows.value(result.course())
        .value(result.stage())
        .value(result.of().scenario().name())
        .value(result.seed())
        .value(result.of().episodes())
        .value(result.of().temperature())
        .value(result.first())
        .value(result.last())
        .value(result.actions().toString())
        .value(result.accuracy())
        .value(result.rank())
        .endRow();
  }

  /**
   * Reads what was learnt in courses that are over.
   *
   * @throws org.limpid.files.DataException if the file is not theirs
   */
  static List<CourseResult> read(Path file, List<Course> courses) {
    Problems problems = new Problems();
    List<CourseResult> results = new ArrayList<>();
    Iterator<Course> course = courses.stream().flatMap(CourseTable::oncePerStage).iterator();
    CsvInput.read(
        file,
        CsvSchema.of(List.of(Column.values()), List.of()).ignoringOthers().ownFiles(),
        problems,
        row -> {
          if (course.hasNext()) {
            take(course.next(), row, results);
          }
        });
    if (problems.isEmpty() && (course.hasNext() || results.isEmpty())) {
      problems.add(file, "expected a row for each stage", "Maybe the file was cut.");
    }
    problems.throwIfAny();
    return results;
  }

  private static Stream<Course> oncePerStage(Course course) {
    return Collections.nCopies(course.stages().size(), course).stream();
  }

  private static void take(Course course, CsvRow row, List<CourseResult> results) {
    int stage = (int) row.wholeNumber(Column.STAGE, 1, course.stages().size(), CHANGED);
    double first = row.number(Column.FIRST_500, 0, 1, CHANGED);
    double last = row.number(Column.LAST_500, 0, 1, CHANGED);
    ActionSequence.parse(row.text(Column.ACTIONS))
        .map(actions ->
            new CourseResult(
                course.name(),
                stage,
                course.seed(),
                course.stages().get(stage - 1),
                first,
                last,
                actions))
        .ifPresentOrElse(
            results::add, () -> row.problem(Column.ACTIONS, "expected three actions", CHANGED));
  }

  /** The same as JSON, an array. */
  public static String json(List<CourseResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      JsonOutput json = new JsonOutput(bytes).beginArray();
      for (CourseResult result : results) {
        write(json.beginObject(), result);
        json.endObject();
      }
      json.endArray().finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(JsonOutput json, CourseResult result) throws IOException {
    json.text("course", result.course())
        .wholeNumber("stage", result.stage())
        .text("scenario", result.of().scenario().name())
        .wholeNumber("seed", result.seed())
        .wholeNumber("episodes", result.of().episodes())
        .number("temperature", result.of().temperature())
        .number("first_500", result.first())
        .number("last_500", result.last())
        .text("actions", result.actions().toString())
        .number("acc", result.accuracy())
        .wholeNumber("rank", result.rank());
  }

  /** The same for people. */
  public static Page page(List<CourseResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "course",
            "scenario",
            "episodes",
            "first 500",
            "last 500",
            "actions",
            "accuracy",
            "rank"));
    results.forEach(result -> rows.add(cells(result)));
    return new Page().table(2, rows);
  }

  private static List<String> cells(CourseResult result) {
    return List.of(
        result.course(),
        result.of().scenario().name(),
        "%,d".formatted(result.of().episodes()),
        rounded(result.first()),
        rounded(result.last()),
        result.actions().toString(),
        rounded(result.accuracy()),
        Integer.toString(result.rank()));
  }

  private static String rounded(double accuracy) {
    return String.format(Locale.ROOT, "%.4f", accuracy);
  }
}

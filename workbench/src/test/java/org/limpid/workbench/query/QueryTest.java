package org.limpid.workbench.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.plots.workbench.QueryAnswer;
import org.limpid.workbench.Run;
import org.limpid.workbench.SampleRun;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The derivations of the numbers stand in {@link SampleRun#tiny}. */
final class QueryTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void open() throws IOException {
    run = Run.open(SampleRun.tiny(folder.resolve("run")));
  }

  private List<String> rows(String question) {
    Table table = Query.parse(question).on(run);
    return IntStream.range(0, table.rowCount())
        .mapToObj(row ->
            String.join(
                " ", table.columns().stream().map(column -> column.getString(row)).toList()))
        .toList();
  }

  @Test
  void rowsAreFilteredAndColumnsSelected() {
    assertEquals(
        List.of("fifo a3", "fifo a4", "sjf a2"),
        rows("jobs | where queue > 1h | select policy, job_id"));
    assertEquals(
        List.of("a2", "a4"),
        rows("jobs | where policy = fifo and not (vc = south or gpu_num < 2) | select job_id"));
    assertEquals(
        List.of("sjf"), rows("jobs | where vc = '2-4' and queue <= 60min | select policy"));
  }

  @Test
  void namesOfPivotedColumnsDifferInMoreThanCase() {
    Table table =
        Table.create(
            StringColumn.create("vc", "north", "north"), StringColumn.create("user", "Eva", "eva"));
    Step.Pivot pivot = new Step.Pivot("vc", "user", new Aggregate("count", ""));
    Rows rows = new Rows(table, Set.of());
    String message =
        assertThrows(DataException.class, () -> pivot.apply(rows, null, notice -> {})).getMessage();
    assertTrue(message.contains("values of user that differ in more than case"), message);
  }

  @Test
  void aColumnIsComparedWithAnother() {
    assertEquals(
        List.of("fifo a1", "sjf a1", "sjf a3"),
        rows("jobs | where jct = duration | select policy, job_id"));
  }

  @Test
  void andBindsCloserThanOr() {
    assertEquals(
        List.of("a1", "a4"),
        rows(
            "jobs | where policy = fifo and job_id = a1 or policy = sjf and job_id = a4"
                + " | select job_id"));
  }

  /** Under FIFO 0, 1, 2, 5 hours: mean 2, median 1.5, largest 5. */
  @Test
  void groupsAreCalculated() {
    assertEquals(
        List.of("fifo 4 7200 5400 18000 28800", "sjf 4 3600 1800 10800 14400"),
        rows(
            "jobs | group by policy: count(), mean(queue), median(queue), max(queue), sum(queue)"));
    assertEquals(
        List.of("ann 3600", "bob 10800"),
        rows("jobs | where policy = fifo | group by user: mean(queue)"));
  }

  /** Of 0, 3600, 7200, 18000 the place of p50 is 1.5, that of p75 is 2.25: 7200 + 0.25 x 10800. */
  @Test
  void quantilesAreThoseOfAllTables() {
    assertEquals(
        List.of("5400 9900"), rows("jobs | where policy = fifo | total: p50(queue), p75(queue)"));
  }

  /** Of 1 and 16 the mean is 8.5, each is 7.5 away. */
  @Test
  void deviationsAreThoseOfThePopulation() {
    assertEquals(
        List.of("7.5"),
        rows("jobs | where policy = fifo and (job_id = a1 or job_id = a4) | total: sd(gpu_num)"));
  }

  @Test
  void aPivotHasAColumnForEachValue() {
    Table table = Query.parse("jobs | pivot user by policy: max(queue)").on(run);
    assertEquals(List.of("user", "fifo", "sjf"), table.columnNames());
    assertEquals(
        List.of("ann 7200 0", "bob 18000 10800"), rows("jobs | pivot user by policy: max(queue)"));
    assertEquals(List.of("fifo 2 2", "sjf 2 2"), rows("jobs | pivot policy by user: count()"));
  }

  @Test
  void aJoinAddsColumnsOfRowsAlike() {
    assertEquals(
        List.of("a2 cluster_full 3600", "a3 overtaken 7200", "a4 cluster_full 18000"),
        rows(
            "jobs | join waits on policy, job_id | where queue > 0 | select job_id, cause, queue"
                + " | sort job_id"));
  }

  @Test
  void sortingIsStableAndTakesShortNames() {
    assertEquals(
        List.of("fifo", "sjf"),
        rows("jobs | group by policy: mean(queue) | sort -mean | select policy"));
    assertEquals(
        List.of("a4", "a2", "a3", "a1"),
        rows("jobs | where policy = fifo | sort -gpu_num | select job_id"));
    assertEquals(
        List.of("a1", "a3", "a2", "a4"),
        rows("jobs | where policy = fifo | sort user | select job_id"));
    assertEquals(
        List.of("a4"), rows("jobs | where policy = fifo | sort -queue | top 1 | select job_id"));
  }

  @Test
  void missingValuesComeLastAndMatchNothing() {
    assertEquals(
        List.of("overtaken", "cluster_full", "cluster_full", ""),
        rows("waits | sort -cause | select cause"));
    assertEquals(List.of(), rows("cluster | where gpu_util >= 0"));
  }

  @Test
  void answersForPeopleHaveUnits() {
    QueryAnswer answer =
        Query.parse("jobs | group by policy: mean(queue), sum(gpu_num)")
            .answer(run, Optional.empty());
    assertEquals(
        """
        policy  mean(queue)  sum(gpu_num)
        fifo            2 h            27
        sjf             1 h            27\
        """
            .stripIndent(),
        answer.toText());
  }

  @Test
  void aValueThatDoesNotOccurIsPointedOut() {
    QueryAnswer answer =
        Query.parse("jobs | where policy = fifi | total: count()").answer(run, Optional.empty());
    assertEquals(
        List.of("No row has the policy 'fifi'. Maybe 'fifo' was meant."), answer.notices());
    assertEquals(List.of(List.of(0L)), answer.rows());
  }

  @Test
  void mistakesAreNamedWithWhatWasMeant() {
    assertMessage("job", "query: expected a table, found 'job'. Maybe 'jobs' was meant.");
    assertMessage(
        "jobs | where polcy = a",
        "query: expected a column of the table, found 'polcy'. Maybe 'policy' was meant.");
    assertMessage(
        "jobs | group by policy: men(queue)",
        "query: expected what to calculate, found 'men'. Maybe 'mean' was meant.");
    assertMessage(
        "jobs | sorted", "query: expected a step, found 'sorted'. Maybe 'sort' was meant.");
    assertMessage("jobs | group policy", "query: expected 'by' behind 'group', found 'policy'.");
    assertMessage(
        "jobs | group by policy: mean()",
        "query: expected count(), or the name of a column as in mean(queue), found 'mean()'.");
    assertMessage(
        "jobs | top many", "query: expected a number of rows behind 'top', found 'many'.");
    assertMessage(
        "jobs | where queue > long",
        "query: expected a column of numbers, found 'long'. Maybe one of: gpu_num, submit_time,"
            + " duration, start_time, end_time, queue, jct, preemptions, profqueue, sharescore,"
            + " rate.");
    assertMessage(
        "jobs ? a",
        "query: expected a name, a number or a sign, found '? a'. Maybe put a text in quotes:"
            + " '2-4'.");
    assertMessage(
        "",
        "query: expected the name of a table: jobs, waits, cluster, summary or trace"
            + " at its start, found 'the end'.");
  }

  private void assertMessage(String question, String message) {
    DataException failure = assertThrows(DataException.class, () -> Query.parse(question).on(run));
    assertEquals(message, failure.getMessage());
  }
}

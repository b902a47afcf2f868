package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.TableOutcome;
import org.limpid.plots.figure.TableSource;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.results.table.Cell;
import org.limpid.results.table.Column;
import org.limpid.results.table.Table;
import org.limpid.simulation.waiting.WaitCause;

/** What each cause of waiting is to blame for under each policy. */
public final class WaitCausesTable implements TableSource {
  static final String LABEL = "Waits";
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("policy", "policy"),
          Column.text("cause", "cause"),
          Column.number("wait_mean", "mean wait per job", "s"),
          Column.number("share", "share of the wait", "%"),
          Column.number("jobs", "jobs that waited for it", ""));

  @Override
  public String name() {
    return "waits";
  }

  @Override
  public String description() {
    return "why jobs wait: mean wait, share and number of jobs of each cause";
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.WAITS);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    List<GroupWaits> policies = PolicyWaits.waiting(inputs, options, _ -> JobGroups.all());
    if (policies.isEmpty()) {
      return new TableOutcome.Absent(PolicyWaits.NO_JOB_WAITS);
    }
    List<List<Cell>> rows = new ArrayList<>();
    policies.forEach(waits -> rows(inputs.run(), waits, rows));
    return new TableOutcome.Made(
        List.of(
            new Table(
                name(),
                LABEL,
                "Causes per policy",
                "",
                COLUMNS,
                rows,
                List.of(CauseWords.note()))));
  }

  private static void rows(RunFolder run, GroupWaits waits, List<List<Cell>> rows) {
    WaitTable table = run.waits(waits.policy());
    for (WaitCause cause : GroupWaits.causes(List.of(waits))) {
      rows.add(
          List.of(
              Cell.of(waits.policy()),
              Cell.of(cause.words()),
              Cell.of(waits.mean(0, cause), 2),
              Cell.of(100 * waits.share(0, cause), 2),
              Cell.of(jobs(table, cause))));
    }
  }

  private static long jobs(WaitTable table, WaitCause cause) {
    long jobs = 0;
    for (int row = 0; row < table.size(); row++) {
      jobs += table.seconds(row, cause) > 0 ? 1 : 0;
    }
    return jobs;
  }
}

package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.waiting.WaitCause;

/** What each cause of waiting is to blame for under each policy. */
public final class WaitCausesTable implements Exhibit {
  private static final List<PageColumn> COLUMNS =
      List.of(
          PageColumn.text("policy", "policy"),
          PageColumn.text("cause", "cause"),
          PageColumn.number("wait_mean", "mean wait per job", "s"),
          PageColumn.number("share", "share of the wait", "%"),
          PageColumn.number("jobs", "jobs that waited for it", ""));

  @Override
  public About about() {
    return About.table(
        "waits", "why jobs wait: mean wait, share and number of jobs of each cause", Chapter.WAITS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<GroupWaits> policies = GroupWaits.waiting(inputs, options, _ -> JobGroups.all());
    if (policies.isEmpty()) {
      return new Made.Nothing(GroupWaits.NO_JOB_WAITS);
    }
    List<List<Cell>> rows = new ArrayList<>();
    policies.forEach(waits -> rows(inputs.run(), waits, rows));
    return Made.of(
        new PageTable(
            name(),
            GroupWaits.TABLE_LABEL,
            "Causes per policy",
            "",
            COLUMNS,
            rows,
            List.of(CauseLook.note())));
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

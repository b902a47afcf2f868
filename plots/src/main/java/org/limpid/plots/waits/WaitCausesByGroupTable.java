package org.limpid.plots.waits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.limpid.plots.cluster.JobGroups;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.ShownPolicies;
import org.limpid.results.JobTable;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.waiting.WaitCause;

/** The mean wait of groups of jobs by cause, a row per policy and group. */
public record WaitCausesByGroupTable(
    About about, PageColumn column, String group, Function<JobTable, JobGroups> grouping)
    implements Exhibit {
  private static final int SECONDS_DECIMALS = 0;
  private static final int SHARE_DECIMALS = 1;
  private static final String NOTE =
      "Means per job; the causes sum to the wait. What they mean is said with the table waits.";

  public static final Exhibit BY_VIRTUAL_CLUSTER =
      new WaitCausesByGroupTable(
          about("waits-vc", "virtual cluster"),
          PageColumn.text("vc", "VC"),
          "virtual cluster",
          jobs -> JobGroups.byVirtualCluster(jobs, Integer.MAX_VALUE));

  public static final Exhibit BY_SIZE =
      new WaitCausesByGroupTable(
          about("waits-size", "size"), PageColumn.text("size", "GPUs"), "size", JobGroups::bySize);

  private static About about(String name, String group) {
    return About.table(name, "why jobs wait: mean wait by cause for each " + group, Chapter.WAITS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<GroupWaits> waiting = GroupWaits.waiting(inputs, options, grouping);
    List<GroupWaits> policies =
        GroupWaits.ordered(
            ShownPolicies.bestFirst(GroupWaits.policies(waiting), inputs.run()), waiting);
    if (policies.isEmpty()) {
      return new Made.Nothing(GroupWaits.NO_JOB_WAITS);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (GroupWaits waits : policies) {
      for (int i = 0; i < waits.groups().size(); i++) {
        rows.add(row(waits, i));
      }
    }
    return Made.of(
        new PageTable(
            name(),
            GroupWaits.TABLE_LABEL,
            "Mean wait per %s by cause".formatted(group),
            "",
            columns(),
            rows,
            List.of(NOTE)));
  }

  private List<PageColumn> columns() {
    List<PageColumn> columns = new ArrayList<>();
    columns.add(PageColumn.text("policy", "policy"));
    columns.add(column);
    columns.add(PageColumn.number("jobs", "jobs", ""));
    columns.add(PageColumn.number("wait_mean", "wait", "s"));
    for (WaitCause cause : WaitCause.values()) {
      columns.add(PageColumn.number(cause.label(), cause.words(), "s"));
    }
    columns.add(PageColumn.text("main_cause", "main cause"));
    columns.add(PageColumn.number("main_share", "its share", "%"));
    return columns;
  }

  private static List<Cell> row(GroupWaits waits, int i) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(waits.policy()));
    cells.add(Cell.of(waits.groups().get(i)));
    cells.add(Cell.of(waits.jobCounts()[i]));
    cells.add(Cell.of(waits.mean(i), SECONDS_DECIMALS));
    for (WaitCause cause : WaitCause.values()) {
      cells.add(Cell.of(waits.mean(i, cause), SECONDS_DECIMALS));
    }
    WaitCause main = waits.mainCause(i);
    boolean waited = waits.sum(i) > 0;
    cells.add(Cell.of(waited ? main.words() : ""));
    cells.add(Cell.of(100 * waits.share(i, main), SHARE_DECIMALS));
    return cells;
  }
}

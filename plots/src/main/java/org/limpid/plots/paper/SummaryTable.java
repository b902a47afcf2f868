package org.limpid.plots.paper;

import java.util.List;
import java.util.function.Function;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.PaperTables;
import org.limpid.results.table.PageTable;
import org.limpid.simulation.metrics.PolicySummary;

/** The summary of the policies that are to be shown, as a table. */
public record SummaryTable(About about, Function<List<PolicySummary>, PageTable> table)
    implements Exhibit {
  /** Mean job completion time, mean queueing delay and its 99.9 % quantile per policy. */
  public static final Exhibit TABLE_4 =
      new SummaryTable(
          About.table(
                  "table4",
                  "mean job completion time, mean and 99.9 % quantile of the queueing delay",
                  Chapter.POLICIES)
              .inPaper("Table 4"),
          PaperTables::table4);

  /** Mean job completion time and queueing delay of large and small jobs per policy. */
  public static final Exhibit TABLE_5 =
      new SummaryTable(
          About.table("table5", "means of large and small jobs", Chapter.POLICIES)
              .inPaper("Table 5"),
          PaperTables::table5);

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    return Made.of(table.apply(options.summariesOf(inputs.run())));
  }
}

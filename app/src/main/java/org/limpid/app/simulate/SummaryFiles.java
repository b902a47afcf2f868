package org.limpid.app.simulate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.metrics.PolicySummary;
import tech.tablesaw.api.Table;

/** Writes the small tables of a run. */
public final class SummaryFiles {
  private SummaryFiles() {}

  static void write(Path folder, List<PolicySummary> summaries) {
    csv(folder.resolve("summary.csv"), SummaryTables.summary(summaries));
    csv(folder.resolve("by_vc.csv"), SummaryTables.byVirtualCluster(summaries));
    csv(folder.resolve("by_size.csv"), SummaryTables.bySize(summaries));
    markdown(folder.resolve("table4.md"), SummaryTables.table4(summaries));
    markdown(folder.resolve("table5.md"), SummaryTables.table5(summaries));
  }

  /** Writes what replicas say. */
  public static void writeReplicas(Path folder, String key, ReplicaFigures figures) {
    csv(folder.resolve("replicas.csv"), ReplicaTables.replicas(key, figures));
    csv(folder.resolve("comparison.csv"), ReplicaTables.comparison(key, figures));
  }

  /** Writes a table as CSV. */
  public static void csv(Path file, Table table) {
    AtomicFiles.write(file, out -> TableText.csv(table, out));
  }

  /** Writes a table as Markdown. */
  public static void markdown(Path file, Table table) {
    byte[] text = TableText.markdown(table).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, out -> out.write(text));
  }
}

package org.limpid.experiment.simulate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.results.PaperTables;
import org.limpid.results.table.TableFormat;
import org.limpid.simulation.metrics.PolicySummary;
import tech.tablesaw.api.Table;

/** Writes the small tables of a run. */
public final class SummaryFiles {
  private SummaryFiles() {}

  static void write(Path folder, List<PolicySummary> summaries, CsvTexts texts) {
    csv(folder.resolve("summary.csv"), SummaryTables.summary(summaries), texts);
    csv(folder.resolve("by_vc.csv"), SummaryTables.byVirtualCluster(summaries), texts);
    csv(folder.resolve("by_size.csv"), SummaryTables.bySize(summaries), texts);
    ofPaper(folder, PaperTables.table4(summaries));
    ofPaper(folder, PaperTables.table5(summaries));
  }

  private static void ofPaper(Path folder, org.limpid.results.table.Table table) {
    byte[] text = TableFormat.MD.render(table);
    AtomicFiles.write(folder.resolve(table.name() + ".md"), out -> out.write(text));
  }

  /** Writes what replicas say. */
  public static void writeReplicas(Path folder, String key, ReplicaFigures figures) {
    csv(folder.resolve("replicas.csv"), ReplicaTables.replicas(key, figures));
    csv(folder.resolve("comparison.csv"), ReplicaTables.comparison(key, figures));
  }

  /** Writes a table as CSV. */
  public static void csv(Path file, Table table) {
    csv(file, table, CsvTexts.RESTORABLE);
  }

  private static void csv(Path file, Table table, CsvTexts texts) {
    AtomicFiles.write(file, out -> TableText.csv(table, texts, out));
  }

  /** Writes a table as Markdown. */
  public static void markdown(Path file, Table table) {
    byte[] text = TableText.markdown(table).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(file, out -> out.write(text));
  }
}

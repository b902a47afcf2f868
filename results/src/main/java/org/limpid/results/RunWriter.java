package org.limpid.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.sink.DeadlineColumns;
import org.limpid.simulation.sink.PredictedCurves;
import org.limpid.simulation.waiting.WaitAttribution;

/**
 * Writes the results of policies into the folder of a run, see {@code docs/outputs.md}. {@link
 * RunFolder} reads them.
 */
public final class RunWriter {
  private final Path folder;
  private final Trace trace;
  private final ScalingCurves curves;
  private final CsvTexts texts;

  /**
   * @param folder exists, without results of policies
   * @param trace the jobs of the run
   * @param curves the scaling curves that jobs name
   * @param texts how names stand in CSV files
   */
  public RunWriter(Path folder, Trace trace, ScalingCurves curves, CsvTexts texts) {
    this.folder = folder;
    this.trace = trace;
    this.curves = curves;
    this.texts = texts;
  }

  /**
   * Writes the folder of one policy; may be called by several threads at once for different ones.
   *
   * @throws org.limpid.files.DataException if a file can't be written
   */
  public void write(PolicyResult result) {
    Path ofPolicy = createFolder(result.policy());
    JobsFile.write(
        ofPolicy.resolve(RunFolder.JOBS),
        trace,
        PredictedCurves.addedTo(DeadlineColumns.addedTo(result.jobs(), trace), trace, curves),
        texts);
    if (!result.snapshots().isEmpty()) {
      SnapshotFile.write(ofPolicy.resolve(RunFolder.SNAPSHOTS), result.snapshots(), result.jobs());
    }
    if (result.learnt().isPresent()) {
      writeLearnt(ofPolicy.resolve(RunFolder.ESTIMATES), result);
    }
    ClusterTable.write(ofPolicy.resolve(RunFolder.CLUSTER), result.cluster());
    if (!result.decisions().isEmpty()) {
      DecisionFile.write(ofPolicy.resolve(RunFolder.DECISIONS), result.decisions(), result.jobs());
      WaitTable.write(ofPolicy.resolve(RunFolder.WAITS), trace, waits(result));
    }
  }

  /**
   * Begins the folder of one policy that the simulator of a published artifact runs; may be called
   * by several threads at once for different ones.
   *
   * @throws org.limpid.files.DataException if it can't be made
   */
  public ArtifactWriter artifact(String policy) {
    return new ArtifactWriter(createFolder(policy), trace, texts);
  }

  /**
   * Writes the summaries of all policies.
   *
   * @param figures further columns by policy, in their order; those of other policies are blank
   * @throws org.limpid.files.DataException if a file can't be written
   */
  public void writeSummaries(
      List<PolicySummary> summaries, Map<String, Map<String, Double>> figures) {
    SummaryTables.write(folder, summaries, figures, texts);
  }

  /** Estimates to the last digit, in a form that {@code --estimates} takes, too. */
  private void writeLearnt(Path file, PolicyResult result) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.row("job_id", "estimate");
            for (int row = 0; row < trace.size(); row++) {
              csv.field(trace.jobId(row)).field(result.learnt().get().seconds(row)).endRow();
            }
          }
        });
  }

  private WaitAttribution waits(PolicyResult result) {
    return WaitAttribution.of(result.decisions(), trace.size());
  }

  private Path createFolder(String name) {
    Path created = folder.resolve(name);
    try {
      return Files.createDirectory(created);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(created, failure);
    }
  }
}

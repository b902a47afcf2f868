package org.limpid.experiment.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Reporter;
import org.limpid.results.ClusterCsv;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobsCsv;
import org.limpid.results.LearntEstimatesFile;
import org.limpid.results.SnapshotFile;
import org.limpid.results.WaitsCsv;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.waiting.WaitAttribution;

/** Writes the files of a run; see {@code docs/outputs.md}. */
final class ResultWriter {
  private final Path folder;
  private final Trace trace;
  private final int threads;
  private final CsvTexts texts;

  ResultWriter(Path folder, Trace trace, int threads, CsvTexts texts) {
    this.folder = folder;
    this.trace = trace;
    this.threads = threads;
    this.texts = texts;
  }

  void write(List<PolicyResult> results, List<PolicySummary> summaries, Reporter reporter) {
    List<Runnable> files = new ArrayList<>();
    for (PolicyResult result : results) {
      Path ofPolicy = createFolder(result.policy());
      files.add(() -> JobsCsv.write(ofPolicy.resolve("jobs.csv"), trace, result.jobs(), texts));
      if (!result.snapshots().isEmpty()) {
        Path file = ofPolicy.resolve(SnapshotFile.FILE_NAME);
        files.add(() -> SnapshotFile.write(file, result.snapshots(), result.jobs()));
      }
      result
          .learnt()
          .ifPresent(learnt ->
              files.add(() ->
                  LearntEstimatesFile.write(
                      ofPolicy.resolve(LearntEstimatesFile.FILE_NAME), trace, learnt)));
      files.add(() -> ClusterCsv.write(ofPolicy.resolve("cluster.csv"), result.cluster()));
      if (!result.decisions().isEmpty()) {
        files.add(() -> DecisionFile.write(decisions(ofPolicy), result.decisions(), result.jobs()));
        files.add(() -> WaitsCsv.write(ofPolicy.resolve("waits.csv"), trace, waits(result)));
      }
    }
    files.add(() -> SummaryFiles.write(folder, summaries, texts));
    reporter.begin("Writing", files.size());
    Parallel.run(
        files.stream().<Runnable>map(file -> () -> write(file, reporter)).toList(), threads);
    reporter.end();
  }

  private static Path decisions(Path ofPolicy) {
    return ofPolicy.resolve(DecisionFile.FILE_NAME);
  }

  private WaitAttribution waits(PolicyResult result) {
    return WaitAttribution.of(result.decisions(), trace.size());
  }

  private static void write(Runnable file, Reporter reporter) {
    file.run();
    reporter.advance(1);
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

package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.importer.LucidArtifactImporter;
import org.limpid.data.io.DatasetCheck;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.files.Reporter;

/** The month of Venus in the layout of the published artifact gives the results of the data set. */
class LucidImportTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2020, 4, 1, 0, 0);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<String> POLICIES = List.of("fifo", "qssf", "lucid");

  @TempDir Path folder;

  @Test
  void importedArtifactGivesTheSameResults() throws IOException {
    Path artifact = folder.resolve("artifact");
    layOut(SharedData.venus(), artifact);
    Path imported = folder.resolve("imported");
    LucidArtifactImporter.importFrom(artifact, imported);
    assertEquals(List.of(), DatasetCheck.check(imported));

    Path expected = simulate(SharedData.venus(), "expected");
    Path actual = simulate(imported, "actual");
    for (String file : List.of("jobs.csv", "cluster.csv")) {
      for (String policy : POLICIES) {
        assertArrayEquals(
            Files.readAllBytes(expected.resolve(policy).resolve(file)),
            Files.readAllBytes(actual.resolve(policy).resolve(file)),
            policy + "/" + file);
      }
    }
  }

  private Path simulate(Path data, String name) {
    Path out = folder.resolve(name);
    Simulation.run(Requests.reference(data, POLICIES, out, Optional.empty()), Reporter.SILENT);
    return out;
  }

  private static void layOut(Path venus, Path artifact) throws IOException {
    copy(venus.resolve("virtual_clusters.csv"), artifact.resolve("data/Venus/vc_config.csv"));
    copy(venus.resolve("throughput.csv"), artifact.resolve("data/Venus/cluster_throughput.csv"));
    copy(venus.resolve("profiles_colocated.csv"), artifact.resolve("data/colocate_info.csv"));
    copy(venus.resolve("profiles_single.csv"), artifact.resolve("analyzer/single_data.csv"));
    copy(
        venus.resolve("estimate_lucid.csv"),
        artifact.resolve("estimator/ebm/Venus_Sept_ebm_weekly_updated.csv"));
    copy(venus.resolve("estimate_qssf.csv"), artifact.resolve("estimator/lgb/Venus_Sept_lgb.csv"));
    copy(venus.resolve("forecast.csv"), artifact.resolve("predictor/Venus_throughput_pred.csv"));
    writeWithDates(
        CsvTable.rows(venus.resolve("jobs.csv.gz")),
        artifact.resolve("data/Venus/cluster_full_log.csv"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static void writeWithDates(List<NamedCsvRecord> jobs, Path to) throws IOException {
    List<String> header = jobs.getFirst().getHeader();
    int submitTime = header.indexOf("submit_time");
    try (CsvWriter writer = CsvWriter.builder().build(to)) {
      writer.writeRecord(header);
      for (NamedCsvRecord job : jobs) {
        List<String> fields = new ArrayList<>(job.getFields());
        long seconds = Long.parseLong(fields.get(submitTime));
        fields.set(submitTime, ORIGIN.plusSeconds(seconds).format(DATE));
        writer.writeRecord(fields);
      }
    }
  }
}

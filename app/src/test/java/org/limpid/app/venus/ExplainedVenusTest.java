package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.results.RunFolder;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.waiting.WaitCause;

/** The decision log of a month of the Venus cluster, all policies. */
class ExplainedVenusTest {
  private static final List<String> POLICIES =
      List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid");
  private static final int MOST_BYTES_PER_DECISION = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void explainingChangesNoResultAndCausesSumToTheQueueingDelay(boolean reference)
      throws IOException {
    Semantics semantics = reference ? Semantics.reference() : Semantics.standard();
    Path plain = folder.resolve("plain");
    Path explained = folder.resolve("explained");
    Simulation.run(request(plain, semantics).build(), Reporter.SILENT);
    Simulation.run(request(explained, semantics).explained().build(), Reporter.SILENT);
    for (Path file : filesOf(plain)) {
      assertArrayEquals(
          Files.readAllBytes(plain.resolve(file)),
          Files.readAllBytes(explained.resolve(file)),
          file.toString());
    }
    for (String policy : POLICIES) {
      assertSums(explained.resolve(policy));
      assertSmall(explained.resolve(policy));
      VenusStories.check(explained.resolve(policy), semantics);
    }
  }

  private static SimulationRequest.Builder request(Path out, Semantics semantics) {
    return SimulationRequest.builder(SharedData.venus(), POLICIES, out)
        .semantics(semantics)
        .threads(2);
  }

  /** All but {@code run.json}, which tells how long the run took, and the list of all files. */
  private static List<Path> filesOf(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      List<Path> results =
          files
              .filter(Files::isRegularFile)
              .map(out::relativize)
              .filter(file -> !file.endsWith("run.json") && !file.endsWith(AtomicFolder.MARK))
              .toList();
      assertTrue(results.size() > 2 * POLICIES.size());
      return results;
    }
  }

  private static void assertSums(Path ofPolicy) {
    List<NamedCsvRecord> jobs = CsvTable.rows(ofPolicy.resolve("jobs.csv"));
    List<NamedCsvRecord> waits = CsvTable.rows(ofPolicy.resolve("waits.csv"));
    assertEquals(jobs.size(), waits.size());
    for (int row = 0; row < jobs.size(); row++) {
      NamedCsvRecord wait = waits.get(row);
      assertEquals(jobs.get(row).getField("job_id"), wait.getField("job_id"));
      long sum = 0;
      for (WaitCause cause : WaitCause.values()) {
        sum += Long.parseLong(wait.getField(cause.label()));
      }
      assertEquals(Long.parseLong(jobs.get(row).getField("queue")), sum, "row " + row);
    }
  }

  private static void assertSmall(Path ofPolicy) throws IOException {
    RunFolder run = RunFolder.open(ofPolicy.getParent());
    String policy = ofPolicy.getFileName().toString();
    long decisions = run.decisions(policy, run.numberedJobs(policy)).count();
    long bytes = Files.size(ofPolicy.resolve("decisions.bin"));
    assertTrue(decisions > 2 * CsvTable.rows(ofPolicy.resolve("jobs.csv")).size());
    assertTrue(bytes <= MOST_BYTES_PER_DECISION * decisions, bytes + " B");
  }
}

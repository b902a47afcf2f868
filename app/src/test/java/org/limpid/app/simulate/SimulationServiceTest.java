package org.limpid.app.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.Reporter;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

class SimulationServiceTest {
  private static final int JOBS = 3_000;

  @TempDir static Path data;
  @TempDir Path folder;

  @BeforeAll
  static void generate() throws InterruptedException {
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(JOBS).withDays(4), data, false, jobs -> {});
  }

  @Test
  void filesDoNotDependOnTheNumberOfThreads() throws IOException {
    Path one = folder.resolve("one");
    Path four = folder.resolve("four");
    SimulationService.run(replicated(Policies.standard().names(), one, 1), Reporter.SILENT);
    SimulationService.run(replicated(Policies.standard().names(), four, 4), Reporter.SILENT);
    List<String> files = filesBelow(one);
    assertEquals(files, filesBelow(four));
    assertTrue(files.size() > 2 * Policies.standard().names().size(), files::toString);
    for (String file : files) {
      // run.json tells the number of threads and the time it took.
      if (!file.equals("run.json")) {
        assertArrayEquals(
            Files.readAllBytes(one.resolve(file)), Files.readAllBytes(four.resolve(file)), file);
      }
    }
  }

  @Test
  void everyColumnIsDocumented() throws IOException {
    Path out = folder.resolve("out");
    SimulationService.run(replicated(List.of("lucid"), out, 1), Reporter.SILENT);
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/outputs.md"));
    for (String file : filesBelow(out)) {
      if (file.endsWith(".csv")) {
        for (String column : header(out.resolve(file))) {
          assertTrue(page.contains("`" + column + "`"), column + " of " + file);
        }
      }
    }
  }

  @Test
  void everyJobHasARowAndEveryGroupItsJobs() throws IOException {
    Path out = folder.resolve("out");
    SimulationReport report =
        SimulationService.run(request(List.of("fifo", "lucid"), out, 2), Reporter.SILENT);
    try (Stream<String> lines = Files.lines(out.resolve("lucid/jobs.csv"))) {
      assertEquals(JOBS + 1, lines.count());
    }
    for (PolicySummary summary : report.summaries()) {
      assertEquals(JOBS, summary.all().jobs());
      assertEquals(JOBS, summary.byVirtualCluster().stream().mapToInt(JobGroup::jobs).sum());
      // Small and large, then the same jobs once more in finer classes.
      assertEquals(2 * JOBS, summary.bySize().stream().mapToInt(JobGroup::jobs).sum());
    }
  }

  @Test
  void aSpanTakesTheJobsSubmittedInIt() throws IOException {
    Path all = folder.resolve("all");
    Path part = folder.resolve("part");
    SimulationService.run(request(List.of("fifo"), all, 1), Reporter.SILENT);
    List<String> rows = Files.readAllLines(all.resolve("fifo/jobs.csv"));
    long from = submission(rows.get(JOBS / 3));
    long to = submission(rows.get(JOBS / 2));
    long inside =
        rows.stream()
            .skip(1)
            .filter(row -> submission(row) >= from && submission(row) < to)
            .count();
    SimulationReport report =
        SimulationService.run(
            builder(List.of("fifo"), part, 1).submitted("" + from, "" + to).build(),
            Reporter.SILENT);
    assertEquals(inside, report.summaries().getFirst().all().jobs());
    try (Stream<String> lines = Files.lines(part.resolve("fifo/cluster.csv"))) {
      long firstSample = Math.ceilDiv(from, 60) * 60;
      assertEquals(firstSample + ",", lines.skip(1).findFirst().orElseThrow().split("(?<=,)")[0]);
    }
  }

  /** A policy is always as good as itself, on the trace and on every copy. */
  @Test
  void replicaFiguresOfTheTraceItselfAreThoseOfTheSummary() {
    SimulationReport report =
        SimulationService.run(
            replicated(List.of("fifo", "lucid"), folder.resolve("out"), 2), Reporter.SILENT);
    ReplicaFigures figures = report.replicas().orElseThrow();
    assertEquals(2, figures.count());
    assertEquals(report.summaries().stream().map(PolicySummary::all).toList(), figures.original());
    for (ReplicaFigures.Figure figure : ReplicaFigures.Figure.values()) {
      assertEquals(0, figures.difference(1, 1, figure).mean());
      assertEquals(
          figures.mean(0, figure) - figures.mean(1, figure),
          figures.difference(0, 1, figure).mean(),
          1e-6);
    }
  }

  /** Profiling and simulation of the trace are the same when it is run as a replica. */
  @Test
  void theTraceRunAsReplicaZeroHasTheSameFigures() {
    SimulationRequest request = request(List.of("qssf", "lucid"), folder.resolve("out"), 1);
    SimulationReport report = SimulationService.run(request, Reporter.SILENT);
    SimulationData read = SimulationData.read(data, Span.EVERYTHING);
    RunInputs inputs = new RunInputs(read, new DatasetPredictions(read));
    List<Case> cases = Case.ofPolicies(request.policies(), Policies.standard(), request.scenario());
    ReplicaFigures figures =
        new ReplicaRuns(inputs, ReplicaPlan.NONE, 2, Reporter.SILENT).run(cases);
    for (int i = 0; i < cases.size(); i++) {
      assertEquals(report.summaries().get(i).all().jct(), figures.original().get(i).jct());
    }
  }

  @Test
  void anEmptySpanIsRefusedWithTheTimesThatThereAre() {
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () ->
                SimulationService.run(
                    builder(List.of("fifo"), folder.resolve("out"), 1).submitted("1", "2").build(),
                    Reporter.SILENT));
    assertTrue(
        problem
            .getMessage()
            .startsWith("No job is submitted at --from 1 or later and before --to 2. The first"));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void unknownPoliciesAreGuessed() {
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () ->
                SimulationService.run(
                    request(List.of("lucdi"), folder.resolve("out"), 1), Reporter.SILENT));
    assertEquals("There is no policy 'lucdi'. Maybe 'lucid' was meant.", problem.getMessage());
  }

  private static SimulationRequest request(List<String> policies, Path out, int threads) {
    return builder(policies, out, threads).build();
  }

  private static SimulationRequest replicated(List<String> policies, Path out, int threads) {
    ReplicaPlan plan = new ReplicaPlan(2, EnumSet.allOf(ReplicaKind.class), 3);
    return builder(policies, out, threads).replicas(plan).build();
  }

  private static SimulationRequest.Builder builder(List<String> policies, Path out, int threads) {
    return SimulationRequest.builder(data, policies, out).threads(threads);
  }

  private static long submission(String row) {
    return Long.parseLong(row.split(",")[4]);
  }

  private static String[] header(Path csv) throws IOException {
    try (Stream<String> lines = Files.lines(csv)) {
      return lines.findFirst().orElseThrow().split(",");
    }
  }

  private static List<String> filesBelow(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}

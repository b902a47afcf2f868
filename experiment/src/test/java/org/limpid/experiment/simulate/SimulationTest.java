package org.limpid.experiment.simulate;

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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Trace;
import org.limpid.data.generate.ElasticOptions;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.files.Reporter;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.metrics.JobGroup;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

class SimulationTest {
  private static final int JOBS = 3_000;
  private static final long DAY = 86_400;

  @TempDir static Path data;
  @TempDir Path folder;

  @BeforeAll
  static void generate() throws InterruptedException {
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(JOBS).withDays(4),
        Optional.of(ElasticOptions.ofSeed(1)),
        data,
        false,
        jobs -> {});
  }

  @Test
  void filesDoNotDependOnTheNumberOfThreads() throws IOException {
    Path one = folder.resolve("one");
    Path four = folder.resolve("four");
    List<String> policies = withoutTimeLimits();
    Simulation.run(ofTheFirstDay(policies, one, 1), Reporter.SILENT);
    Simulation.run(ofTheFirstDay(policies, four, 4), Reporter.SILENT);
    List<String> files = filesBelow(one);
    assertEquals(files, filesBelow(four));
    assertTrue(files.size() > 2 * policies.size(), files::toString);
    for (String file : files) {
      // run.json tells the number of threads and the time it took.
      if (!file.equals("run.json")) {
        assertArrayEquals(
            Files.readAllBytes(one.resolve(file)), Files.readAllBytes(four.resolve(file)), file);
      }
    }
  }

  /** With replicas; a quarter of the jobs, as there are many policies. */
  private static SimulationRequest ofTheFirstDay(List<String> policies, Path out, int threads) {
    long start = SimulationData.read(data, SubmissionSpan.EVERYTHING).startSecond();
    return replicas(builder(policies, out, threads).span(between("" + start, "" + (start + DAY))));
  }

  /** The generator makes none; BatchPoliciesCommandTest has the others. */
  private static List<String> withoutTimeLimits() {
    return Policies.standard().all().stream()
        .filter(policy -> !policy.needs().contains(Need.TIME_LIMITS))
        .map(Policy::name)
        .toList();
  }

  @Test
  void everyColumnIsDocumented() throws IOException {
    Path out = folder.resolve("out");
    Simulation.run(replicated(List.of("lucid"), out, 1), Reporter.SILENT);
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
        Simulation.run(request(List.of("fifo", "lucid"), out, 2), Reporter.SILENT);
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
    Simulation.run(request(List.of("fifo"), all, 1), Reporter.SILENT);
    List<String> rows = Files.readAllLines(all.resolve("fifo/jobs.csv"));
    long from = submission(rows.get(JOBS / 3));
    long to = submission(rows.get(JOBS / 2));
    long inside =
        rows.stream()
            .skip(1)
            .filter(row -> submission(row) >= from && submission(row) < to)
            .count();
    SimulationReport report =
        Simulation.run(
            builder(List.of("fifo"), part, 1).span(between("" + from, "" + to)).build(),
            Reporter.SILENT);
    assertEquals(inside, report.summaries().getFirst().all().jobs());
    try (Stream<String> lines = Files.lines(part.resolve("fifo/cluster.csv"))) {
      long firstSample = Math.ceilDiv(from, 60) * 60;
      assertEquals(firstSample + ",", lines.skip(1).findFirst().orElseThrow().split("(?<=,)")[0]);
    }
  }

  @Test
  void jobsOfTheWarmUpAreSimulatedButDoNotCount() throws IOException {
    Path all = folder.resolve("all");
    Path warm = folder.resolve("warm");
    List<String> policies = List.of("srtf", "lucid");
    Simulation.run(request(policies, all, 1), Reporter.SILENT);
    List<String> rows = Files.readAllLines(all.resolve("srtf/jobs.csv"));
    long from = submission(rows.get(JOBS / 2));
    List<String> counted = rows.stream().skip(1).filter(row -> submission(row) >= from).toList();
    SimulationReport report =
        Simulation.run(
            builder(policies, warm, 1).span(countedFrom("" + from)).build(), Reporter.SILENT);
    for (String policy : policies) {
      String jobs = policy + "/jobs.csv";
      assertArrayEquals(
          Files.readAllBytes(all.resolve(jobs)), Files.readAllBytes(warm.resolve(jobs)), policy);
    }
    PolicySummary srtf = report.summaries().getFirst();
    assertEquals(counted.size(), srtf.all().jobs());
    assertEquals(mean(counted, "jct", rows), srtf.all().jct().mean(), 1e-9);
    assertEquals(mean(counted, "queue", rows), srtf.all().queue().mean(), 1e-9);
    assertEquals(counted.size() * mean(counted, "preemptions", rows), srtf.preemptions(), 1e-6);
    long end = counted.stream().mapToLong(row -> field(row, "end_time", rows)).max().orElseThrow();
    assertEquals(end - submission(counted.getFirst()), srtf.makespanSeconds());
    assertEquals(counted.size(), srtf.byVirtualCluster().stream().mapToInt(JobGroup::jobs).sum());
    assertEquals(2 * counted.size(), srtf.bySize().stream().mapToInt(JobGroup::jobs).sum());
    String table = Files.readAllLines(warm.resolve("table4.md")).get(4);
    assertTrue(table.contains(String.format(Locale.ROOT, "%,.2f", srtf.all().jct().mean())), table);
  }

  private static double mean(List<String> counted, String column, List<String> rows) {
    return counted.stream().mapToLong(row -> field(row, column, rows)).average().orElseThrow();
  }

  private static long field(String row, String column, List<String> rows) {
    return Long.parseLong(row.split(",")[List.of(rows.getFirst().split(",")).indexOf(column)]);
  }

  /** Of the last day of four; days of a copy have their own jobs, which count where they are. */
  @Test
  void copiesCountByTheirOwnSubmissions() {
    SimulationData read = SimulationData.read(data, SubmissionSpan.EVERYTHING);
    long from = read.startSecond() + 3 * DAY;
    ReplicaPlan plan = new ReplicaPlan(3, EnumSet.of(ReplicaKind.DAYS), 5);
    SimulationReport report =
        Simulation.run(
            builder(List.of("fifo"), folder.resolve("out"), 1)
                .replicas(plan)
                .span(countedFrom("" + from))
                .build(),
            Reporter.SILENT);
    ReplicaFigures figures = report.replicas().orElseThrow();
    for (int number = 1; number <= 3; number++) {
      Trace copy = plan.replicator(read).replica(number).trace();
      long expected =
          IntStream.range(0, copy.size()).filter(row -> copy.submitSeconds(row) >= from).count();
      assertEquals(expected, figures.replicas().getFirst().get(number - 1).jobs());
    }
  }

  @Test
  void aWarmUpThatLeavesNoJobIsRefused() {
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () ->
                Simulation.run(
                    builder(List.of("fifo"), folder.resolve("out"), 1)
                        .span(countedFrom("999999999999999999"))
                        .build(),
                    Reporter.SILENT));
    assertTrue(
        problem.getMessage().startsWith("No job is left to count: all are submitted before --cou"),
        problem::getMessage);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  /** A policy is always as good as itself, on the trace and on every copy. */
  @Test
  void replicaFiguresOfTheTraceItselfAreThoseOfTheSummary() {
    SimulationReport report =
        Simulation.run(
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
    SimulationReport report = Simulation.run(request, Reporter.SILENT);
    SimulationData read = SimulationData.read(data, SubmissionSpan.EVERYTHING);
    RunInputs inputs = new RunInputs(read);
    List<Case> cases = Case.ofPolicies(request.policies(), Policies.standard(), request.scenario());
    ReplicaRuns runs = new ReplicaRuns(inputs, ReplicaPlan.NONE, 2, Reporter.SILENT);
    ReplicaFigures figures = runs.run(runs.attempt(cases));
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
                Simulation.run(
                    builder(List.of("fifo"), folder.resolve("out"), 1)
                        .span(between("1", "2"))
                        .build(),
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
                Simulation.run(
                    request(List.of("lucdi"), folder.resolve("out"), 1), Reporter.SILENT));
    assertEquals("There is no policy 'lucdi'. Maybe 'lucid' was meant.", problem.getMessage());
  }

  private static SimulationRequest request(List<String> policies, Path out, int threads) {
    return builder(policies, out, threads).build();
  }

  private static SimulationRequest replicated(List<String> policies, Path out, int threads) {
    return replicas(builder(policies, out, threads));
  }

  private static SimulationRequest replicas(SimulationRequest.Builder builder) {
    return builder.replicas(new ReplicaPlan(2, EnumSet.allOf(ReplicaKind.class), 3)).build();
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

  private static SubmissionSpan between(String from, String to) {
    return new SubmissionSpan(Optional.of(from), Optional.of(to), Optional.empty());
  }

  private static SubmissionSpan countedFrom(String from) {
    return new SubmissionSpan(Optional.empty(), Optional.empty(), Optional.of(from));
  }
}

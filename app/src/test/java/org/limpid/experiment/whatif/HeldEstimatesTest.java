package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.NoModelsYet;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.Reporter;
import org.limpid.models.ModelFolder;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.ProfilerSettings;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * Runs in which durations are learnt, under every policy that looks at them: a change in one
 * virtual cluster changes no other, since what the run believed is held. Nine days from Tuesday on,
 * with an update on Monday, the seventh.
 */
class HeldEstimatesTest {
  private static final long MONDAY = 8 * 86_400;

  static final List<String> LEARNING =
      Policies.standard().all().stream()
          .filter(policy -> policy.needs().contains(Need.ESTIMATES))
          .map(Policy::name)
          .toList();

  @TempDir private static Path folder;
  private static Path withProfiler;
  private static Path withoutProfiler;

  @BeforeAll
  static void simulate() throws InterruptedException, IOException {
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults()
            .withJobs(1200)
            .withDays(9)
            .withHistoryDays(2)
            .withSeed(2)
            .withVirtualClusters(
                List.of(
                    new VirtualCluster("blue", 3),
                    new VirtualCluster("green", 3),
                    new VirtualCluster("red", 2))),
        data,
        false,
        jobs -> {});
    withoutEstimates(data.resolve("dataset.json"));
    NoModelsYet.write(folder.resolve("models"), data);
    withProfiler = simulate(data, "with", Settings.NONE);
    withoutProfiler = simulate(data, "without", Settings.NONE.with(ProfilerSettings.NODES, 0));
  }

  /** So that QSSF learns, too. */
  private static void withoutEstimates(Path description) throws IOException {
    String json = Files.readString(description);
    Files.writeString(
        description, json.replaceAll("\"estimates\" : \\{[^}]*}", "\"estimates\" : {}"));
  }

  private static Path simulate(Path data, String name, Settings settings) {
    Path out = folder.resolve(name);
    SimulationRequest request =
        SimulationRequest.builder(data, LEARNING, out)
            .predictions(models())
            .settings(settings)
            .explained()
            .threads(2)
            .build();
    Simulation.run(request, Reporter.SILENT);
    return out;
  }

  private static ModelsSource models() {
    Path models = folder.resolve("models");
    return new ModelsSource(models, ModelFolder.read(models), Set.of());
  }

  private static FormerRun open(Path run, boolean relearning) {
    return FormerRun.open(RunReference.of(run, "lucid"), relearning);
  }

  /** A job of "blue" that waits, submitted when models have been trained. */
  private static long waitingJob(FormerRun run, String policy) {
    Trace trace = run.data().trace();
    JobRecords records = run.records(policy);
    return IntStream.range(0, trace.size())
        .filter(row -> trace.virtualCluster(row).equals("blue"))
        .filter(row -> trace.submitSeconds(row) > MONDAY && trace.gpuCount(row) > 1)
        .boxed()
        .max((one, other) ->
            Long.compare(records.queueSeconds()[one], records.queueSeconds()[other]))
        .map(row -> trace.jobId(row).number())
        .orElseThrow();
  }

  /** Says whether jobs are different at all. */
  private static boolean changesOnly(
      Set<String> changed,
      FormerRun run,
      String policy,
      String change,
      List<Rerun.Resumption> resumptions) {
    Simulator.Task before = run.task(policy);
    Simulator.Task after =
        Changes.parsed(
            run, before.policy(), List.of(change), Replica.unchanged(before.inputs().trace()));
    Rerun.Result result =
        RerunOfFolderTest.assertSameAsFromTheStart(run, policy, List.of(change), resumptions);
    List<JobChange> jobs = WhatIf.jobs(run, before, run.records(policy), after, result.jobs());
    for (JobChange job : jobs) {
      assertTrue(
          !job.isChange() || changed.contains(job.before().virtualCluster()),
          () -> policy + ", " + change + ": " + job);
    }
    return jobs.stream().anyMatch(JobChange::isChange);
  }

  @ParameterizedTest
  @FieldSource("LEARNING")
  void holdingGivesTheRunAsItWas(String policy) {
    for (Path path : List.of(withProfiler, withoutProfiler)) {
      FormerRun run = open(path, false);
      Simulator.Task held = run.task(policy);
      JobRecords again =
          new Simulator(SimulationOptions.standard()).run(held.policy(), held.inputs()).jobs();
      RerunOfFolderTest.assertSame(again, run.records(policy), policy);
    }
  }

  /** Every kind of change that concerns a virtual cluster or a job. */
  @ParameterizedTest
  @FieldSource("LEARNING")
  void aChangeInOneVirtualClusterChangesNoOther(String policy) {
    FormerRun run = open(withoutProfiler, false);
    long job = waitingJob(run, policy);
    List<Rerun.Resumption> resumptions = new ArrayList<>();
    long effective =
        Stream.concat(
                Stream.of(
                    "nodes blue +1",
                    "nodes blue +1 from " + MONDAY,
                    "nodes blue -1",
                    "duration %d 9h".formatted(job),
                    "estimate %d 1".formatted(job),
                    "gpus %d 1".formatted(job),
                    "submit %d -1h".formatted(job),
                    "remove %d".formatted(firstJob(run))),
                ofPriority(policy, job))
            .filter(change -> changesOnly(Set.of("blue"), run, policy, change, resumptions))
            .count();
    assertTrue(effective >= 6, policy + " " + effective);
    assertTrue(
        changesOnly(Set.of("blue", "red"), run, policy, "vc %d red".formatted(job), resumptions));
    assertTrue(
        resumptions.stream().anyMatch(each -> each.resumedFrom().isPresent()),
        resumptions::toString);
  }

  private static Stream<String> ofPriority(String policy, long job) {
    return policy.matches("(lucid|qssf).*")
        ? Stream.of("priority %d 0".formatted(job))
        : Stream.empty();
  }

  /** One that runs long. */
  private static long firstJob(FormerRun run) {
    Trace trace = run.data().trace();
    return IntStream.range(0, trace.size())
        .filter(row -> trace.virtualCluster(row).equals("blue"))
        .filter(row -> trace.durationSeconds(row) > 3600)
        .mapToObj(row -> trace.jobId(row).number())
        .findFirst()
        .orElseThrow();
  }

  /** Where nobody is profiled at another time. */
  @ParameterizedTest
  @FieldSource("LEARNING")
  void norWhereJobsAreProfiled(String policy) {
    FormerRun run = open(withProfiler, false);
    long job = waitingJob(run, policy);
    List<Rerun.Resumption> resumptions = new ArrayList<>();
    long effective =
        Stream.concat(
                Stream.of(
                    "nodes blue +2",
                    "nodes blue +1 from " + MONDAY,
                    "estimate %d 1".formatted(job)),
                ofPriority(policy, job))
            .filter(change -> changesOnly(Set.of("blue"), run, policy, change, resumptions))
            .count();
    assertTrue(effective >= 2, policy + " " + effective);
  }

  /** The other way round it does: else the tests above would show nothing. */
  @Test
  void whereAllIsLearntAnewAChangeReachesOtherVirtualClusters() {
    FormerRun run = open(withoutProfiler, true);
    Simulator.Task before = run.task("lucid");
    Simulator.Task after =
        Changes.parsed(
            run,
            before.policy(),
            List.of("nodes blue +2"),
            Replica.unchanged(before.inputs().trace()));
    JobRecords records = run.records("lucid");
    JobRecords changed = WhatIf.rerun(run, before, records, after).jobs();
    assertTrue(
        WhatIf.jobs(run, before, records, after, changed).stream()
            .anyMatch(job -> job.isChange() && job.before().virtualCluster().equals("red")));
  }

  /** A run of an older version has no such file. */
  @Test
  void whatARunDidNotNoteIsLearntOnceMore() throws IOException {
    FormerRun run = open(withProfiler, false);
    Path file = withProfiler.resolve("lucid/estimates.csv");
    Estimates noted = run.held().of("lucid");
    Path hidden = Files.move(file, folder.resolve("hidden"));
    try {
      assertSame(noted, open(withProfiler, false).held().of("lucid"));
    } finally {
      Files.move(hidden, file);
    }
  }

  private static void assertSame(Estimates expected, Estimates found) {
    assertEquals(expected.size(), found.size());
    for (int row = 0; row < expected.size(); row++) {
      assertEquals(expected.seconds(row), found.seconds(row), "row " + row);
    }
  }

  /**
   * Models that are changed are told of the run as it was, so no estimate changes before Monday.
   */
  @Test
  void changedModelsAnswerToTheRunAsItWas() {
    FormerRun run = open(withoutProfiler, false);
    Estimates held = run.held().of("lucid");
    assertSame(held, run.held().by(models(), "lucid"));
    Simulator.Task flat =
        Changes.parsed(
            run,
            run.task("lucid").policy(),
            List.of("term GPUs flat"),
            Replica.unchanged(run.data().trace()));
    Trace trace = run.data().trace();
    int different = 0;
    for (int row = 0; row < trace.size(); row++) {
      if (trace.submitSeconds(row) < MONDAY) {
        assertEquals(held.seconds(row), flat.inputs().estimates().seconds(row));
      } else if (held.seconds(row) != flat.inputs().estimates().seconds(row)) {
        different++;
      }
    }
    assertNotEquals(0, different);
  }
}

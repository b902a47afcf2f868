package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.venus.SharedData;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.Reporter;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.run.Rerun;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

/** What is read from the folder of a run and resumed is what simulating everything gives. */
class RerunOfFolderTest {
  @TempDir private Path folder;

  private FormerRun simulate(Path data, List<String> policies, Semantics semantics) {
    Path out = folder.resolve("run");
    SimulationRequest request =
        SimulationRequest.builder(data, policies, out)
            .semantics(semantics)
            .explained()
            .threads(2)
            .build();
    Simulation.run(request, Reporter.SILENT);
    return FormerRun.open(RunReference.of(out, policies.getFirst()), false);
  }

  /** The changes of a job, of its virtual cluster, and of all. */
  private static List<List<String>> changes(FormerRun run, int row) {
    Trace trace = run.data().trace();
    JobId job = trace.jobId(row);
    String name = trace.virtualCluster(row);
    List<String> names = trace.virtualClusterNames();
    String other = names.get((trace.virtualClusterIndex(row) + 1) % names.size());
    return List.of(
        List.of("duration %s 3h".formatted(job)),
        List.of("gpus %s 1".formatted(job)),
        List.of("gpus %s 1".formatted(job), "vc %s %s".formatted(job, other)),
        List.of("submit %s +5h".formatted(job)),
        List.of("remove " + job, "remove " + trace.jobId(row - 1)),
        List.of("nodes %s +1 from %d".formatted(name, trace.submitSeconds(row))),
        List.of("nodes %s +1".formatted(name)));
  }

  static Rerun.Result assertSameAsFromTheStart(
      FormerRun run, String policy, List<String> changes, List<Rerun.Resumption> resumptions) {
    Simulator.Task before = run.task(policy);
    JobRecords records = run.records(policy);
    Simulator.Task after =
        Changes.parsed(run, before.policy(), changes, Replica.unchanged(run.data().trace()));
    Rerun.Result result = WhatIf.rerun(run, before, records, after);
    JobRecords expected =
        new Simulator(SimulationOptions.standard().withThreads(2))
            .run(after.policy(), after.inputs())
            .jobs();
    assertSame(expected, result.jobs(), policy + " " + changes);
    resumptions.addAll(result.resumptions());
    return result;
  }

  static void assertSame(JobRecords expected, JobRecords actual, String message) {
    assertArrayEquals(expected.startSeconds(), actual.startSeconds(), message);
    assertArrayEquals(expected.endSeconds(), actual.endSeconds(), message);
    assertArrayEquals(expected.queueSeconds(), actual.queueSeconds(), message);
    assertArrayEquals(expected.preemptions(), actual.preemptions(), message);
    assertArrayEquals(expected.allocations(), actual.allocations(), message);
    assertEquals(expected.extra().size(), actual.extra().size());
    for (int column = 0; column < expected.extra().size(); column++) {
      switch (expected.extra().get(column)) {
        case JobColumn.Whole(var name, var values) ->
            assertArrayEquals(
                values, ((JobColumn.Whole) actual.extra().get(column)).values(), message + name);
        case JobColumn.Decimal(var name, var values) ->
            assertArrayEquals(
                values, ((JobColumn.Decimal) actual.extra().get(column)).values(), message + name);
      }
    }
  }

  @Test
  void onGeneratedJobs() throws InterruptedException {
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(1500).withDays(6), data, false, jobs -> {});
    FormerRun run = simulate(data, List.of("lucid", "qssf-easy", "srtf"), Semantics.reference());
    List<Rerun.Resumption> resumptions = new ArrayList<>();
    for (String policy : List.of("lucid", "qssf-easy", "srtf")) {
      for (List<String> changes : changes(run, 1200)) {
        assertSameAsFromTheStart(run, policy, changes, resumptions);
      }
    }
    List<String> ofAll = List.of("sharing always", "estimates equal", "discipline backfill");
    assertSameAsFromTheStart(run, "lucid", ofAll, resumptions);
    assertTrue(
        resumptions.stream().anyMatch(each -> each.resumedFrom().isPresent()),
        resumptions::toString);
  }

  /** The records are read back to the last digit. */
  @Test
  void recordsAreReadAsTheyWere() throws InterruptedException {
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(800).withDays(3), data, false, jobs -> {});
    FormerRun run = simulate(data, List.of("lucid", "fifo"), Semantics.standard());
    for (String policy : List.of("lucid", "fifo")) {
      Simulator.Task task = run.task(policy);
      JobRecords expected =
          new Simulator(SimulationOptions.standard()).run(task.policy(), task.inputs()).jobs();
      assertSame(expected, run.records(policy), policy);
    }
  }

  @Test
  void onVenus() {
    FormerRun run =
        simulate(SharedData.venus(), List.of("lucid", "tiresias"), Semantics.standard());
    for (String policy : List.of("lucid", "tiresias")) {
      List<Rerun.Resumption> resumptions = new ArrayList<>();
      for (List<String> changes : changes(run, 20_000)) {
        assertSameAsFromTheStart(run, policy, changes, resumptions);
      }
      long resumed = resumptions.stream().filter(each -> each.resumedFrom().isPresent()).count();
      assertTrue(resumed >= 6, policy + " " + resumptions);
    }
  }
}

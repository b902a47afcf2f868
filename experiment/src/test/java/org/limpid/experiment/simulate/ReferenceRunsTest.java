package org.limpid.experiment.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Reporter;
import org.limpid.reference.ReferenceDescription;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.results.RunFolder;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.sink.JobColumn;

/** Simulators of published artifacts beside the policies of the engine. */
final class ReferenceRunsTest {
  private static final Setting<Integer> TICK =
      Setting.wholeNumber("tickSeconds", 1, 100).option("tick", "SECONDS", "").byDefault(7).build();

  @TempDir private static Path data;
  @TempDir private Path folder;

  @BeforeAll
  static void generate() throws InterruptedException {
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(50).withDays(4), data, false, jobs -> {});
  }

  /** All jobs but the first end a tick after their submission; it never ends. */
  private record AtOnce(String name, List<String> lacking) implements ReferenceSimulator {
    @Override
    public ReferenceDescription about() {
      return new ReferenceDescription(
          name, "an artifact", "Runs at once", List.of(), Set.of(), List.of(TICK));
    }

    @Override
    public List<String> lacks(ReferenceInputs inputs) {
      return lacking;
    }

    @Override
    public ReferenceResult run(ReferenceInputs inputs, TableSink tables) {
      double[] ends = new double[inputs.trace().size()];
      double tick = inputs.settings().get(TICK);
      Arrays.setAll(ends, row -> row == 0 ? Double.NaN : inputs.trace().submitSeconds(row) + tick);
      try (TableSink.Rows rows = tables.open("events", List.of("time", "gpu0-0", "text"))) {
        rows.number(0.5).indices(new int[] {-1}).text("a").endRow();
        rows.number(2).indices(new int[] {3}).text("b").endRow();
      }
      return new ReferenceResult(
          List.of(new JobColumn.Decimal("end_time", ends)),
          ends,
          new double[ends.length],
          3,
          0.5,
          Map.of("accepted", 49.0));
    }
  }

  private static ReferenceSimulators known(String... lacking) {
    return ReferenceSimulators.of(
        List.of(new AtOnce("at-once", List.of(lacking)), new AtOnce("fifo", List.of())));
  }

  private SimulationRequest.Builder request(String... policies) {
    return SimulationRequest.builder(data, List.of(policies), folder.resolve("out"))
        .semantics(Semantics.reference());
  }

  private static SimulationReport run(SimulationRequest request, ReferenceSimulators simulators) {
    return Simulation.run(request, Policies.standard(), simulators, Reporter.SILENT);
  }

  private List<String> lines(String file) throws IOException {
    try (Reader reader = InputFiles.openText(folder.resolve("out").resolve(file))) {
      return new BufferedReader(reader).readAllLines();
    }
  }

  @Test
  void simulatorsAndPoliciesStandInTheOrderAskedFor() throws IOException {
    Settings settings = Settings.NONE.with(TICK, 5);
    SimulationReport report =
        run(request("lucid", "at-once", "sjf").settings(settings).build(), known());
    assertEquals(
        List.of("lucid", "at-once", "sjf"),
        report.summaries().stream().map(each -> each.policy()).toList());
    List<String> summary = lines("summary.csv");
    assertTrue(summary.get(0).endsWith(",utilisation,accepted"), summary.get(0));
    assertTrue(summary.get(1).endsWith(","), summary.get(1));
    assertTrue(summary.get(2).startsWith("at-once,49,5.000000,"), summary.get(2));
    assertTrue(summary.get(2).endsWith(",3,0.500000,49"), summary.get(2));
    assertEquals("job_id,end_time", lines("at-once/jobs.csv").get(0));
    assertTrue(lines("at-once/jobs.csv").get(1).endsWith(","));
    assertEquals(List.of("time,gpu0-0,text", "0.5,,a", "2,3,b"), lines("at-once/events.csv.gz"));
    String json = Files.readString(folder.resolve("out/run.json"));
    assertTrue(json.contains("\"tickSeconds\" : 5"), json);
  }

  @Test
  void otherCommandsTellThatAnArtifactRanThePolicy() {
    run(request("lucid", "at-once").build(), known());
    RunFolder run = RunFolder.open(folder.resolve("out"));
    assertEquals(List.of("lucid"), run.policies());
    assertEquals(1, run.summaries().size());
    DataException named =
        assertThrows(DataException.class, () -> run.choose(Optional.of("at-once")));
    assertTrue(named.getMessage().contains("simulators of published artifacts"));
  }

  @Test
  void aRunOfArtifactsAloneIsNoneForOtherCommands() {
    run(request("at-once").build(), known());
    DataException none =
        assertThrows(DataException.class, () -> RunFolder.open(folder.resolve("out")));
    assertTrue(none.getMessage().contains("simulators of published artifacts"));
  }

  @Test
  void onlyInReferenceModeTheyTakeThePlaceOfPolicies() throws IOException {
    run(request("fifo").semantics(Semantics.standard()).build(), known());
    assertTrue(lines("fifo/jobs.csv").get(0).startsWith("job_id,user,"));
    InputProblem problem =
        assertThrows(
            InputProblem.class,
            () ->
                run(
                    request("at-once").semantics(Semantics.standard()).overwrite(true).build(),
                    known()));
    assertEquals(
        "Policy at-once is run by the simulator of an artifact only. Maybe add --reference,"
            + " without --fix.",
        problem.getMessage());
    run(request("fifo").overwrite(true).build(), known());
    assertEquals("job_id,end_time", lines("fifo/jobs.csv").get(0));
  }

  @Test
  void whatLacksSomethingIsRefusedOrLeftOut() {
    ReferenceSimulators poor = known("There are no curves. Maybe import some.");
    InputProblem problem =
        assertThrows(InputProblem.class, () -> run(request("at-once").build(), poor));
    assertEquals("Policy at-once: There are no curves. Maybe import some.", problem.getMessage());
    SimulationReport report =
        run(request("at-once", "fifo").dispensable(Set.of("at-once")).build(), poor);
    assertEquals(1, report.summaries().size());
  }
}

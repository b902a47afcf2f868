package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.importer.ImportOption;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporter;
import org.limpid.data.importer.TraceImporters;
import org.limpid.data.io.DatasetReader;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.reference.synergy.RoundRecord.Served;
import org.limpid.reference.synergy.SpeedChoice.Group;
import org.limpid.reference.synergy.SpeedChoice.Option;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.sink.JobColumn;

/** Traces of the artifact that were imported, run by the name of a policy. */
class SynergyReferenceTest {
  private static final Settings USUAL =
      Settings.NONE
          .with(SynergySimulators.CONSOLIDATE, false)
          .with(SynergySimulators.ROUNDS, SynergySimulators.Rounds.AUTO);

  @TempDir private static Path folder;

  @BeforeAll
  static void importTraces() {
    for (String trace : List.of("static_100job", "multi_gpu_120", "toy_multi_gpu")) {
      importTrace(trace, "static_trace", "models", trace);
    }
  }

  private static void importTrace(String trace, String cluster, String models, String name) {
    TraceImporter importer =
        TraceImporters.all().stream()
            .filter(each -> each.name().equals("synergy"))
            .findFirst()
            .orElseThrow();
    Map<ImportOption<?>, Object> values = new HashMap<>();
    for (ImportOption<?> option : importer.options()) {
      switch (option.name()) {
        case "cluster" -> values.put(option, file(cluster + ".ini"));
        case "models" -> values.put(option, file("model_zoo.json"));
        case "model-set" -> values.put(option, models);
        default -> {}
      }
    }
    importer
        .importing()
        .apply(new ImportRequest(file(trace + ".csv"), folder.resolve(name), false, values));
  }

  private static Path file(String name) {
    return SynergyFiles.shared("data/synergy/" + name);
  }

  private static ReferenceInputs inputs(String trace, Settings settings) {
    DatasetReader reader = DatasetReader.open(folder.resolve(trace));
    return new ReferenceInputs(
        reader.uniformCluster(),
        reader.trace(),
        ScalingCurves.EMPTY,
        settings,
        reader.cluster().groups(),
        reader.sensitivity());
  }

  private static ReferenceSimulator simulator(String policy) {
    return ReferenceSimulators.standard().named("synergy-" + policy).orElseThrow();
  }

  /** The order of the lines, and the time in each of them. */
  @ParameterizedTest
  @CsvSource({
    "static_100job, fifo-greedy, false, FIFO",
    "static_100job, drf-tune,    false, DRF_tune",
    "multi_gpu_120, las-tune,    false, multi_gpu_120/LAS_tune",
    "multi_gpu_120, srtf-tune,   true,  multi_gpu_120/SRTF_tune_place",
    "multi_gpu_120, ftf-greedy,  false, multi_gpu_120/FTF",
    "toy_multi_gpu, tetris-fair, false, toy_multi_gpu/TETRIS_fair"
  })
  void importedTracesRunAsTheArtifactRunsThem(
      String trace, String policy, boolean consolidates, String run) {
    Settings settings = USUAL.with(SynergySimulators.CONSOLIDATE, consolidates);
    ReferenceInputs inputs = inputs(trace, settings);
    assertEquals(List.of(), simulator(policy).lacks(inputs));
    ReferenceResult result = simulator(policy).run(inputs, TableSink.NONE);
    long[] ranks = ranks(result);
    List<SynergyJob> jobs = new SynergyInputs(inputs).jobs();
    assertIterableEquals(
        SynergyFiles.finished(run + ".txt"),
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.comparing(row -> ranks[row]))
            .map(row -> new FinishedJob(jobs.get(row), 0, result.endSeconds()[row]).line())
            .toList());
  }

  private static long[] ranks(ReferenceResult result) {
    return result.jobs().stream()
        .filter(column -> column.name().equals("finish_rank"))
        .map(column -> ((JobColumn.Whole) column).values())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void arrivalsKeepTheirFractions() {
    List<SynergyJob> imported = new SynergyInputs(inputs("multi_gpu_120", USUAL)).jobs();
    assertEquals(
        SynergyFiles.trace("multi_gpu_120.csv").stream().map(SynergyJob::arrivalSeconds).toList(),
        imported.stream().map(SynergyJob::arrivalSeconds).toList());
    assertTrue(imported.stream().anyMatch(job -> job.arrivalSeconds() % 1 != 0));
  }

  @ParameterizedTest
  @CsvSource({
    "3,default_cluster,models",
    "4,cluster_4,models-4",
    "5,cluster_5,models-5",
    "6,cluster_6,models-6"
  })
  void modelsOfDrawnJobsAreThoseOfTheArtifact(int ratio, String cluster, String models) {
    importTrace("toy_multi_gpu", cluster, models, models);
    ReferenceInputs inputs = inputs(models, USUAL);
    SynergyCluster servers = new SynergyInputs(inputs).cluster();
    assertEquals(ratio, servers.fairShare().cpus());
    for (SynergyModel model : SynergyModel.values()) {
      ResourceProfile drawn = model.profile(servers);
      ResourceProfile known = inputs.sensitivity().find(drawn.model()).orElseThrow();
      assertEquals(known.cpusPerGpu(), drawn.cpusPerGpu());
      assertEquals(known.memoryGbPerGpu(), drawn.memoryGbPerGpu());
      assertEquals(known.iterationSeconds(), drawn.iterationSeconds());
      assertEquals(known.bestSpeedup(), drawn.bestSpeedup());
    }
  }

  /** For the jobs of each round in which tuning runs them. */
  @ParameterizedTest
  @EnumSource
  void theOptimumIsAtLeastAsFastAsTuning(SynergyOrder order) {
    SynergyInputs inputs = new SynergyInputs(inputs("multi_gpu_120", USUAL));
    SynergyPolicy tune = new SynergyPolicy(order, SynergyAllocation.TUNE, true);
    for (RoundRecord round : RoundsOf.replay(inputs.jobs(), inputs.cluster(), tune)) {
      List<Group> groups = new ArrayList<>();
      for (Served job : round.jobs()) {
        groups.add(Group.of(job.job().profile(), job.job().gpus(), 1, inputs.cluster()));
      }
      double tuned = round.jobs().stream().mapToDouble(Served::speedup).sum();
      double best =
          SpeedChoice.best(groups, inputs.cluster()).stream()
              .flatMap(List::stream)
              .mapToDouble(Option::speed)
              .sum();
      assertTrue(best >= tuned - 1e-9, () -> best + " < " + tuned + " at " + round.seconds());
    }
  }

  @Test
  void theOptimumStaysWithinTheClusterAndLeavesNobodyBehind() {
    SynergyInputs inputs = new SynergyInputs(inputs("multi_gpu_120", USUAL));
    SynergyPolicy opt = new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.OPT, false);
    for (RoundRecord round : RoundsOf.replay(inputs.jobs(), inputs.cluster(), opt)) {
      Resources given =
          round.jobs().stream().map(Served::given).reduce(Resources.NONE, Resources::plus);
      assertTrue(given.cpus() <= 96 && given.memoryGb() <= 2000 + 1e-9, given::toString);
      assertTrue(round.jobs().stream().allMatch(job -> job.speedup() >= 1));
    }
  }

  @Test
  void dataSetsWithoutSensitivityAreRefused() {
    ReferenceInputs given = inputs("toy_multi_gpu", USUAL);
    ReferenceInputs bare =
        new ReferenceInputs(given.cluster(), given.trace(), ScalingCurves.EMPTY, given.settings());
    List<String> lacks = simulator("fifo-fair").lacks(bare);
    assertEquals(1, lacks.size());
    assertTrue(lacks.getFirst().contains("nodes of one kind"), lacks::toString);
    ReferenceInputs unknown =
        new ReferenceInputs(
            given.cluster(),
            given.trace(),
            ScalingCurves.EMPTY,
            given.settings(),
            given.nodes(),
            ResourceProfiles.EMPTY);
    assertTrue(simulator("fifo-fair").lacks(unknown).getFirst().contains("iterations"));
  }

  @Test
  void allPoliciesHaveNames() {
    List<String> names =
        Arrays.stream("fifo,las,srtf,ftf,drf,tetris".split(","))
            .flatMap(order ->
                Arrays.stream("fair,greedy,tune,opt".split(","))
                    .map(allocation -> "synergy-%s-%s".formatted(order, allocation)))
            .toList();
    assertEquals(names, SynergySimulators.all().stream().map(ReferenceSimulator::name).toList());
  }
}

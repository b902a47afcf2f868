package org.limpid.experiment.elasticflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;
import org.limpid.reference.ReferenceDescription;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.reference.run.ReferenceSimulators;

/** The study on draws, with simulators whose answers are known. */
final class ElasticFlowStudyTest {
  @TempDir private Path folder;

  /**
   * All jobs take so many times their duration from their submission on; cluster efficiency is 0.5
   * for 10 s, then 0.25.
   */
  private record Slower(String name, double times) implements ReferenceSimulator {
    @Override
    public ReferenceDescription about() {
      return new ReferenceDescription(name, "a test", "", List.of(), Set.of(), List.of());
    }

    @Override
    public List<String> lacks(ReferenceInputs inputs) {
      return List.of();
    }

    @Override
    public ReferenceResult run(ReferenceInputs inputs, TableSink tables) {
      Trace trace = inputs.trace();
      double[] ends = new double[trace.size()];
      int kept = 0;
      int deadlines = 0;
      for (int row = 0; row < ends.length; row++) {
        ends[row] = trace.submitSeconds(row) + times * trace.durationSeconds(row);
        if (trace.optional().has(JobAttribute.DEADLINE, row)) {
          deadlines++;
          kept += ends[row] <= trace.optional().number(JobAttribute.DEADLINE, row) ? 1 : 0;
        }
      }
      tell(tables);
      double[] none = new double[ends.length];
      Arrays.fill(none, Double.NaN);
      return new ReferenceResult(
          List.of(),
          ends,
          none,
          0,
          Double.NaN,
          Map.of(
              "accepted",
              (double) kept,
              "declined",
              (double) deadlines - kept,
              "deadline_ratio",
              (double) kept / deadlines));
    }

    private static void tell(TableSink tables) {
      try (TableSink.Rows rows = tables.open("events", List.of("time", "gpu0-0", "ce"))) {
        rows.number(0).indices(new int[] {0}).number(0.5).endRow();
        rows.number(10).indices(new int[] {-1}).number(0.25).endRow();
        rows.number(30).indices(new int[] {-1}).number(0).endRow();
      }
    }
  }

  private static final ReferenceSimulators SIMULATORS =
      ReferenceSimulators.of(
          Stream.of("edf", "edf-admission", "gandiva", "tiresias-deadline", "themis")
              .map(name -> new Slower(name, name.equals("gandiva") ? 3 : 1.5))
              .toList());

  private ElasticFlowStudy.Result study(String out, int threads, StudyFigure... figures) {
    return ElasticFlowStudy.run(
        new ElasticFlowStudy.Request(
            Optional.empty(), folder.resolve(out), false, List.of(figures), threads),
        SIMULATORS,
        (_, _) -> {},
        Reporter.SILENT);
  }

  /** Efficiency: 10 s of 0.5 and 20 s of 0.25. */
  @Test
  void keepsTheEfficiencyOverTime() {
    ElasticFlowStudy.Result result = study("ten", 1, StudyFigure.FIGURE_10);
    StepChart chart = (StepChart) result.charts().getFirst();
    assertEquals(
        List.of(StudyPolicy.EDF, StudyPolicy.GANDIVA, StudyPolicy.TIRESIAS, StudyPolicy.THEMIS),
        chart.lines().stream().map(StepChart.Line::policy).toList());
    assertArrayEquals(new double[] {0, 10, 30}, chart.lines().getFirst().seconds());
    assertEquals((10 * 0.5 + 20 * 0.25) / 30, chart.lines().getFirst().mean(), 1e-12);
    assertEquals(List.of("There is no simulator of elasticflow."), result.notices());
  }

  /**
   * Every deadline of that figure is 1.5 durations after the submission, less a part of a second.
   */
  @Test
  void putsPublishedBarsBesideItsOwn() {
    ElasticFlowStudy.Result result = study("eight", 2, StudyFigure.FIGURE_8A);
    BarChart chart = (BarChart) result.charts().getFirst();
    Series gandiva = series(chart, StudyPolicy.GANDIVA);
    assertArrayEquals(new double[] {0}, gandiva.ours());
    assertArrayEquals(new double[] {.09}, gandiva.published());
    assertArrayEquals(new double[] {.523}, series(chart, StudyPolicy.POLLUX).published());
    assertTrue(chart.notes().getFirst().startsWith("Draws instead"), chart.notes()::toString);
    assertTrue(result.toText().contains("Draws instead") || result.input().contains("draws"));
  }

  private static Series series(BarChart chart, StudyPolicy policy) {
    return chart.series().stream()
        .filter(each -> each.policy() == policy)
        .findFirst()
        .orElseThrow();
  }

  /** Under Gandiva all takes twice as long as under the others. */
  @Test
  void measuresJobsWithoutDeadlineByGandiva() throws Exception {
    ElasticFlowStudy.Result one = study("one", 1, StudyFigure.FIGURE_11A, StudyFigure.FIGURE_11B);
    BarChart chart = (BarChart) one.charts().getLast();
    for (double bar : series(chart, StudyPolicy.TIRESIAS).ours()) {
      assertEquals(2, bar, 1e-12);
    }
    study("two", 2, StudyFigure.FIGURE_11A, StudyFigure.FIGURE_11B);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("one").resolve(ElasticFlowStudy.RUNS)),
        Files.readAllBytes(folder.resolve("two").resolve(ElasticFlowStudy.RUNS)));
  }

  @Test
  void refusesAFolderThatIsNoArtifact() {
    ElasticFlowStudy.Request request =
        new ElasticFlowStudy.Request(
            Optional.of(folder), folder.resolve("out"), false, List.of(StudyFigure.FIGURE_10), 1);
    DataException failure =
        assertThrows(
            DataException.class,
            () -> ElasticFlowStudy.run(request, SIMULATORS, (_, _) -> {}, Reporter.SILENT));
    assertTrue(failure.getMessage().contains("throughput_a100"), failure::getMessage);
  }
}

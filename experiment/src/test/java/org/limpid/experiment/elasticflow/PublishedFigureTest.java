package org.limpid.experiment.elasticflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.files.Reporter;
import org.limpid.reference.run.ReferenceSimulators;

/** Bars that equal the published ones, on the data of the artifact. */
final class PublishedFigureTest {
  private static final Path ARTIFACT =
      Path.of(System.getProperty("limpid.shared", "../shared"), "data", "elasticflow");

  @TempDir private Path folder;

  /** 23, 18, 56 and 142 of 195 jobs. */
  @Test
  void figure8aEqualsThePublishedBars() {
    Assumptions.assumeTrue(Files.isDirectory(ARTIFACT), () -> "there is no " + ARTIFACT);
    ElasticFlowStudy.Result result =
        ElasticFlowStudy.run(
            new ElasticFlowStudy.Request(
                Optional.of(ARTIFACT),
                folder.resolve("out"),
                false,
                List.of(StudyFigure.FIGURE_8A),
                2),
            ReferenceSimulators.standard(),
            (_, _) -> {},
            Reporter.SILENT);
    assertEquals(List.of(), result.notices());
    BarChart chart = (BarChart) result.charts().getFirst();
    Map<StudyPolicy, Integer> kept =
        Map.of(
            StudyPolicy.EDF, 23,
            StudyPolicy.GANDIVA, 18,
            StudyPolicy.TIRESIAS, 56,
            StudyPolicy.ELASTICFLOW, 142);
    for (Series series : chart.series()) {
      if (kept.containsKey(series.policy())) {
        assertEquals(
            kept.get(series.policy()) / 195.0, series.ours()[0], 1e-12, series.policy().words());
        assertEquals(series.published()[0], series.ours()[0], 0.0025, series.policy().words());
      }
    }
  }
}

package org.limpid.plots.elasticflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.elasticflow.BarChart;
import org.limpid.experiment.elasticflow.BarChart.Measure;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.experiment.elasticflow.ElasticFlowStudy;
import org.limpid.experiment.elasticflow.StepChart;
import org.limpid.experiment.elasticflow.StepChart.Line;
import org.limpid.experiment.elasticflow.StudyPolicy;

final class ElasticFlowReportTest {
  @TempDir private Path folder;

  private static ElasticFlowStudy.Result study() {
    List<Series> bars = new ArrayList<>();
    for (StudyPolicy policy : StudyPolicy.values()) {
      double ours = policy.policyName().isPresent() ? 0.1 + 0.09 * policy.ordinal() : Double.NaN;
      bars.add(
          new Series(
              policy,
              IntStream.range(0, 11).mapToDouble(i -> ours).toArray(),
              IntStream.range(0, 11).mapToDouble(i -> 0.05 + 0.08 * i).toArray()));
    }
    List<String> groups = IntStream.range(0, 11).mapToObj(i -> "c" + i).toList();
    return new ElasticFlowStudy.Result(
        List.of(
            new BarChart(
                "figure-8b",
                "Figure 8b",
                "Deadlines kept",
                "Cluster",
                groups,
                Measure.DEADLINES_KEPT,
                bars,
                List.of("A note.")),
            new StepChart(
                "figure-10",
                "Figure 10",
                "Efficiency",
                "Cluster efficiency",
                List.of(
                    new Line(
                        StudyPolicy.EDF, new double[] {0, 10, 30}, new double[] {0.5, 0.25, 0})),
                List.of())),
        "a test",
        List.of(),
        Map.of("all", 1.5));
  }

  @Test
  void drawsEachFigureInAllFormatsWithItsNumbers() throws IOException {
    ElasticFlowReport.write(study(), folder, List.of("limpid", "reproduce", "elasticflow"));
    for (String name : List.of("figure-8b", "figure-10")) {
      for (String end : List.of(".pdf", ".png", ".svg", "-values.csv", "-values.md")) {
        assertTrue(Files.size(folder.resolve("figures").resolve(name + end)) > 0, name + end);
      }
    }
    List<String> rows = Files.readAllLines(folder.resolve("figures/figure-8b-values.csv"));
    assertEquals("group,policy,ours,published,difference", rows.getFirst());
    assertEquals("c0,EDF,0.100000,0.050000,0.050000", rows.get(1));
    assertTrue(rows.contains("c0,Chronus,,0.050000,"), rows::toString);
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("A note."));
    assertTrue(page.contains("Figure 8b of the paper"), "the place in the paper");
    assertTrue(Files.size(folder.resolve("report.pdf")) > 0);
  }

  @Test
  void drawsTheSameBytesAgain() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    ElasticFlowReport.write(study(), folder, List.of("limpid"));
    ElasticFlowReport.write(study(), other, List.of("limpid"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("report.html")),
        Files.readAllBytes(other.resolve("report.html")));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("figures/figure-8b.pdf")),
        Files.readAllBytes(other.resolve("figures/figure-8b.pdf")));
  }
}

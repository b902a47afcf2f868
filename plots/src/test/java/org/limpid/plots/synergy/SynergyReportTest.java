package org.limpid.plots.synergy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.synergy.SynergyChart;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Measure;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.experiment.synergy.SynergyStudy;
import org.limpid.reference.synergy.SynergyAllocation;

final class SynergyReportTest {
  @TempDir private Path folder;

  private static Line means(SynergyAllocation allocation, double[] means, double[] published) {
    return new Line(allocation, new double[] {7, 8}, means, means, published);
  }

  private static Line distribution(SynergyAllocation allocation, double longest) {
    return new Line(
        allocation,
        new double[] {3600, longest},
        new double[] {0.5, 1},
        new double[] {(1 + longest / 3600) / 2},
        new double[] {Double.NaN});
  }

  private static SynergyStudy.Result study() {
    double[] none = {Double.NaN, Double.NaN};
    return new SynergyStudy.Result(
        List.of(
            new SynergyChart(
                "figure-8",
                "Figure 8",
                "Mean time by load",
                "Jobs per hour",
                Measure.MEAN_JCT,
                List.of(
                    new Panel(
                        "FIFO",
                        List.of(
                            means(SynergyAllocation.FAIR, new double[] {20, 60}, none),
                            means(
                                SynergyAllocation.TUNE,
                                new double[] {16, 24},
                                new double[] {Double.NaN, 25})))),
                List.of("Draws.")),
            new SynergyChart(
                "figure-6",
                "Figure 6",
                "Times of jobs",
                "Time",
                Measure.SHARE_OF_JOBS,
                List.of(
                    new Panel(
                        "SRTF",
                        List.of(
                            distribution(SynergyAllocation.FAIR, 36_000),
                            distribution(SynergyAllocation.TUNE, 7200)))),
                List.of("Draws."))),
        "a test",
        6,
        Map.of("simulating", 1.5));
  }

  /** 60 / 24 is 2.5. */
  @Test
  void drawsEachFigureInAllFormatsWithItsNumbers() throws IOException {
    SynergyReport.write(study(), folder, List.of("limpid", "reproduce", "synergy"));
    for (String name : List.of("figure-8", "figure-6")) {
      for (String end : List.of(".pdf", ".png", ".svg", "-values.csv", "-values.md")) {
        assertTrue(Files.size(folder.resolve("figures").resolve(name + end)) > 0, name + end);
      }
    }
    List<String> rows = Files.readAllLines(folder.resolve("figures/figure-8-values.csv"));
    assertEquals("panel,allocation,x,mean_hours,gain,published_mean_hours", rows.getFirst());
    assertEquals("FIFO,fair share,7.000000,20.000000,1.000000,", rows.get(1));
    assertEquals("FIFO,tune,8.000000,24.000000,2.500000,25.000000", rows.getLast());
    List<String> times = Files.readAllLines(folder.resolve("figures/figure-6-values.csv"));
    assertEquals("SRTF,tune,1.500000,3.666667,1.500000,1.990000", times.getLast());
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("at most: FIFO 2.50. Draws."), "the caption");
    assertTrue(page.contains("Figure 8 of the paper"), "the place in the paper");
    assertTrue(Files.size(folder.resolve("report.pdf")) > 0);
  }

  @Test
  void drawsTheSameBytesAgain() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    SynergyReport.write(study(), folder, List.of("limpid"));
    SynergyReport.write(study(), other, List.of("limpid"));
    for (String file : List.of("report.html", "figures/figure-8.pdf", "figures/figure-6.png")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
    }
  }
}

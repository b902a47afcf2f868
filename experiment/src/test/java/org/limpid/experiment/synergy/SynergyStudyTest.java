package org.limpid.experiment.synergy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.files.Reporter;
import org.limpid.reference.synergy.SynergyAllocation;
import org.limpid.reference.synergy.SynergyCluster;
import org.limpid.reference.synergy.SynergyLoad;

/** The study on loads of which the first few jobs count. */
final class SynergyStudyTest {
  private static final double SECONDS_PER_HOUR = 3600;

  @TempDir private Path folder;

  private SynergyStudy.Result study(String out, int jobs, int threads, SynergyFigure... figures) {
    SynergyLoad usual = SynergyLoad.HEADLINE;
    SynergyLoad base =
        new SynergyLoad(
            usual.jobsPerHour(), usual.sizes(), usual.percentages(), usual.seed(), 0, jobs);
    return SynergyStudy.run(
        new SynergyStudy.Request(
            folder.resolve(out), false, Arrays.asList(figures), SynergyInput.drawn(base), threads),
        (_, _) -> {},
        Reporter.SILENT);
  }

  /**
   * At 9 jobs an hour the first one, alexnet of 3,447 iterations, comes at 409 s and starts with
   * the round at 600 s. With its fair share it does 500 in a round and ends with the seventh, at
   * 2,700 s. With all that it wants it does 1,470 and ends with the third, at 1,500 s.
   */
  @Test
  void oneJobGainsWhatItsModelGains() {
    SynergyChart chart = study("one", 1, 1, SynergyFigure.FIGURE_8).charts().getFirst();
    assertEquals(
        List.of("FIFO", "SRTF", "LAS", "FTF"), chart.panels().stream().map(Panel::title).toList());
    for (Panel panel : chart.panels()) {
      Line fair = panel.lines().getFirst();
      Line tune = panel.lines().getLast();
      int last = fair.xs().length - 1;
      assertEquals(9, fair.xs()[last]);
      assertEquals((2700 - 409) / SECONDS_PER_HOUR, fair.means()[last], 1e-12);
      assertEquals((1500 - 409) / SECONDS_PER_HOUR, tune.means()[last], 1e-12);
      assertTrue(panel.largestGain().orElseThrow() >= 2291 / 1091.0);
      assertFalse(fair.hasPublished() || tune.hasPublished(), "the README counts other jobs");
    }
  }

  /** A mean is published of the load, policy and cluster of the README alone. */
  @Test
  void theReadmeIsOfOnePoint() {
    SynergyPoint published =
        new SynergyPoint(SynergyLoad.HEADLINE, SynergyCluster.OF_128_GPUS, SynergyHeadline.POLICY);
    assertTrue(SynergyHeadline.published(published).isPresent());
    assertEquals(
        Optional.empty(), SynergyHeadline.published(published.with(SynergyAllocation.FAIR)));
    for (SynergyFigure figure :
        List.of(SynergyFigure.FIGURE_8, SynergyFigure.FIGURE_9, SynergyFigure.RATIO)) {
      assertTrue(
          SynergyCharts.points(figure, SynergyInput.drawn(SynergyLoad.HEADLINE))
              .contains(published),
          figure::toString);
    }
  }

  /** Of three jobs a third, two thirds, and all take so long at most. */
  @Test
  void distributionsReachAllJobs() {
    SynergyChart chart = study("three", 3, 1, SynergyFigure.FIGURE_6).charts().getFirst();
    Line line = chart.panels().getFirst().lines().getFirst();
    assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0, 1}, line.ys(), 1e-12);
    double mean = Arrays.stream(line.xs()).sum() / 3 / SECONDS_PER_HOUR;
    assertEquals(mean, line.means()[0], 1e-12);
  }

  /** Figures 1 and 7 have runs in common, which are made once. */
  @Test
  void anyNumberOfThreadsGivesTheSameRuns() throws IOException {
    SynergyFigure[] all = SynergyFigure.values();
    SynergyStudy.Result one = study("single", 5, 1, all);
    SynergyStudy.Result two = study("two", 5, 2, all);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("single").resolve(SynergyStudy.RUNS)),
        Files.readAllBytes(folder.resolve("two").resolve(SynergyStudy.RUNS)));
    assertEquals(
        one.runs() + 1,
        Files.readAllLines(folder.resolve("two").resolve(SynergyStudy.RUNS)).size());
    int needed =
        Arrays.stream(all)
            .mapToInt(figure ->
                SynergyCharts.points(figure, SynergyInput.drawn(SynergyLoad.HEADLINE)).size())
            .sum();
    assertTrue(two.runs() < needed, () -> two.runs() + " of " + needed);
    assertTrue(two.toText().contains("CPU:GPU ratio"), two::toText);
    assertEquals(all.length, ((List<?>) two.toJson().get("figures")).size());
  }
}

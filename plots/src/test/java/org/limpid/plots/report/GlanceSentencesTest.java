package org.limpid.plots.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.SampleRun;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;
import org.limpid.simulation.metrics.PolicySummary;

final class GlanceSentencesTest {
  @TempDir private Path folder;

  private List<String> told(RunFolder run) {
    return GlanceSentences.of(PlotInputs.of(run), FigureOptions.NONE);
  }

  /** The best by the mean comes first, with the next; a bound is no policy. */
  @Test
  void theBestIsComparedWithTheNext() throws IOException {
    RunFolder run =
        RunFolder.open(SampleRun.explained(folder, 300, List.of("fifo", "sjf", "srtf", "ideal")));
    List<String> byMean =
        run.summaries().stream()
            .filter(summary -> !summary.policy().equals("ideal"))
            .sorted((one, other) -> Double.compare(mean(one), mean(other)))
            .map(summary -> summary.policy().toUpperCase())
            .toList();
    List<String> told = told(run);
    assertEquals(3, told.size());
    String first = told.getFirst();
    String expected =
        byMean.getFirst()
            + " is the best of 3 policies by mean job completion time: [0-9a-z. ]+, .* less"
            + " than under "
            + byMean.get(1)
            + ", the next( \\(95 % over days of submission: .* to .*\\))?\\.";
    assertEquals(first.replaceAll(expected, "told"), "told", first);
    assertEquals(
        told.get(2).replaceAll("^Under " + byMean.getFirst() + " a job waits .*", "told"), "told");
  }

  private static double mean(PolicySummary summary) {
    return summary.all().jct().mean();
  }

  @Test
  void onePolicyIsComparedWithNone() throws IOException {
    List<String> told = told(RunFolder.open(SampleRun.explained(folder, 50, List.of("fifo"))));
    assertEquals(
        told.getFirst().replaceAll("Under FIFO jobs complete after .* on average\\.", "told"),
        "told");
    assertEquals(
        told.get(1).replaceAll("One job in a thousand waits more than .* under FIFO\\.", "told"),
        "told");
  }
}

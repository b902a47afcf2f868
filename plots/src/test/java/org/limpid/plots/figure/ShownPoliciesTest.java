package org.limpid.plots.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.SampleRun;
import org.limpid.results.RunFolder;

/** In sample runs jobs wait the longer the earlier a policy comes. */
final class ShownPoliciesTest {
  private static final List<String> EIGHT =
      List.of("lucid", "ideal", "sjf", "srtf", "tiresias", "qssf", "fifo", "sjf-backfill");

  @TempDir private Path folder;

  private RunFolder run(List<String> policies) throws IOException {
    return RunFolder.open(SampleRun.explained(folder, 50, policies));
  }

  private static FigureOptions only(List<String> policies) {
    return new FigureOptions(
        policies, Optional.empty(), Optional.empty(), Optional.empty(), ModelChoice.NONE);
  }

  @Test
  void sixAreAllShownTheBestOneFirst() throws IOException {
    List<String> six = EIGHT.subList(0, 6);
    ShownPolicies shown = ShownPolicies.of(run(six), FigureOptions.NONE);
    assertEquals(six.reversed(), shown.policies());
    assertEquals("", shown.note());
  }

  @Test
  void ofMoreTheBestAreShownAndThePreferredOneAndNoBounds() throws IOException {
    ShownPolicies shown = ShownPolicies.of(run(EIGHT), FigureOptions.NONE);
    assertEquals(
        List.of("sjf-backfill", "fifo", "qssf", "tiresias", "srtf", "lucid"), shown.policies());
    assertEquals(" Not shown: sjf and ideal (--policy names others).", shown.note());
  }

  @Test
  void whatIsNamedIsShown() throws IOException {
    assertEquals(
        new ShownPolicies(EIGHT.reversed(), List.of()), ShownPolicies.of(run(EIGHT), only(EIGHT)));
  }
}

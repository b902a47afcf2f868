package org.limpid.adaptation.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;

final class TransferGainTest {
  @TempDir private Path folder;

  private static double[] steps(int first, double low, int then, double high) {
    double[] curve = new double[first + then];
    Arrays.fill(curve, 0, first, low);
    Arrays.fill(curve, first, curve.length, high);
    return curve;
  }

  /**
   * From scratch .25 for 100 episodes, then .5 for 500: the last 500 are .5. Transferred .375 for
   * 50, then .75 for 500. In the 550 episodes of both: (100 x .25 + 450 x .5) / 550 = 250 / 550,
   * and (50 x .375 + 500 x .75) / 550 = 393.75 / 550, which is .575 more. The mean of 50 is .5 when
   * it holds 50 / 3 of .75: 17, 67 in all.
   */
  @Test
  void measuresByHand() {
    TransferGain gain = TransferGain.of("a", steps(50, .375, 500, .75), steps(100, .25, 500, .5));
    assertEquals(.125, gain.jumpStart(), 1e-12);
    assertEquals(.25, gain.gain(), 1e-12);
    assertEquals(.575, gain.ratio(), 1e-12);
    assertEquals(OptionalInt.of(67), gain.transferred().reached());
    assertEquals(OptionalInt.empty(), gain.scratch().reached());
    assertTrue(gain.page().toString().contains("never"));
    assertTrue(gain.toJson().contains("\"jump_start\": 0.125"), gain.toJson());
  }

  private Path curve(String name, String... scenarios) throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add("episode,scenario,actions,accuracy,objective");
    for (int episode = 0; episode < scenarios.length; episode++) {
      rows.add("%d,%s,0 0 0,0.%d,7".formatted(episode, scenarios[episode], episode + 1));
    }
    return Files.write(folder.resolve(name), rows);
  }

  /** Accuracies .1, .2, .3 of which the last two count; .1 from scratch. */
  @Test
  void theLastStageCounts() throws IOException {
    TransferGain gain =
        TransferGain.of(curve("one.csv", "late2", "early2", "early2"), curve("two.csv", "early2"));
    assertEquals(2, gain.transferred().episodes());
    assertEquals(.15, gain.jumpStart(), 1e-12);
  }

  @Test
  void curvesOfTwoScenariosAreRefused() throws IOException {
    Path one = curve("one.csv", "late2");
    Path two = curve("two.csv", "early2");
    String message =
        assertThrows(DataException.class, () -> TransferGain.of(one, two)).getMessage();
    assertTrue(message.contains("two.csv: expected a curve of 'late2'"), message);
    Path empty = curve("three.csv");
    assertThrows(DataException.class, () -> TransferGain.of(one, empty));
  }
}

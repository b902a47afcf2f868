package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both baselines in every second window of March 2023 against the artifact. */
final class BaselinesGoldenTest {
  @Test
  void windowsAndBaselinesAreThoseOfTheArtifact() {
    List<String> golden = SharedLog.lines("golden/mirage/baselines_1node_even_windows.csv");
    BatchLog log = BatchLog.of(BatchSettings.ofNodes(88), SharedLog.jobs());
    long from = SharedLog.second("2023-03-01T00:00:00");
    List<String> found = new ArrayList<>();
    for (int index = 0; index < 156; index += 2) {
      ChainWindow window = new ChainWindow(log, from + index * ChainWindow.INTERVAL_SECONDS, 1);
      found.add(row(index, window, "reactive", window.reactive()));
      found.add(row(index, window, "avg", window.average()));
    }
    for (int row = 0; row < found.size(); row++) {
      assertEquals(golden.get(row + 1), found.get(row));
    }
    assertEquals(golden.size() - 1, found.size());
  }

  private static String row(int index, ChainWindow window, String mode, ChainOutcome outcome) {
    return "%d,%s,%s,%s,%d,%d,%s,%s,%s,%s,%d"
        .formatted(
            index,
            text(window.start()),
            text(window.lower()),
            text(window.upper()),
            window.waitMinutes(),
            window.queueLength(),
            mode,
            text(outcome.submitSecond()),
            text(outcome.predecessorStart()),
            text(outcome.successorStart()),
            outcome.interruptionSeconds());
  }

  private static String text(long second) {
    String text = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).toString();
    return text.length() == 16 ? text + ":00" : text;
  }
}

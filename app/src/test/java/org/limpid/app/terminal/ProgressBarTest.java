package org.limpid.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private static final String ERASE = "\033[K";

  private Instant now = Instant.EPOCH;
  private FakeTerminal terminal = new FakeTerminal();

  private ProgressBar bar() {
    return new ProgressBar(terminal, () -> now);
  }

  private void pass(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  private List<String> drawings() {
    return List.of(terminal.errText().replace(ERASE, "").split("\r"));
  }

  @Test
  void isOneRedrawnLineOnATerminal() {
    terminal = terminal.interactive().width(70);
    ProgressBar bar = bar();
    bar.begin("Simulating", 2000);
    pass(2000);
    bar.advance(500);
    pass(6000);
    bar.advance(1500);
    bar.end();
    // 69 characters - 11 of "Simulating " - 2 brackets - 40 for the longest tail leave 16.
    assertEquals(
        List.of(
            "",
            "Simulating [----------------]   0 %  0 of 2,000  ",
            "Simulating [####------------]  25 %  500 of 2,000  6 s left",
            "Simulating [################] 100 %  2,000 of 2,000  8 s",
            "Simulating [################] 100 %  2,000 of 2,000  8 s\n"),
        drawings());
  }

  @Test
  void isDrawnTenTimesASecondAtMost() {
    terminal = terminal.interactive();
    ProgressBar bar = bar();
    bar.begin("Simulating", 1000);
    for (int i = 0; i < 1000; i++) {
      pass(1);
      bar.advance(1);
    }
    bar.end();
    // An empty text before the first return, the beginning, ten while it runs, the end.
    assertEquals(13, drawings().size());
  }

  @Test
  void neverWrapsOnANarrowTerminal() {
    terminal = terminal.interactive().width(20);
    ProgressBar bar = bar();
    bar.begin("Simulating", 1_000_000);
    bar.end();
    drawings().forEach(line -> assertTrue(line.strip().length() < 20, line));
  }

  @Test
  void isAPlainLineEveryFiveSecondsElsewhere() {
    ProgressBar bar = bar();
    bar.begin("Simulating", 2400);
    for (int second = 0; second < 12; second++) {
      pass(1000);
      bar.advance(200);
    }
    bar.end();
    assertEquals(
        """
        Simulating: 41 %, 1,000 of 2,400, 7 s left
        Simulating: 83 %, 2,000 of 2,400, 2 s left
        Simulating: 2,400 of 2,400 in 12 s
        """,
        terminal.errText());
  }

  @Test
  void longTimesAreInMinutesAndHours() {
    ProgressBar bar = bar();
    bar.begin("Writing", 1);
    pass(7_384_000);
    bar.end();
    bar.begin("Writing", 1);
    pass(185_000);
    bar.end();
    assertEquals(
        "Writing: 1 of 1 in 2 h 3 min\nWriting: 1 of 1 in 3 min 5 s\n", terminal.errText());
  }

  @Test
  void givesItsLineToAMessage() {
    terminal = terminal.interactive();
    ProgressBar bar = bar();
    bar.begin("Simulating", 10);
    bar.abandon();
    bar.advance(5);
    bar.end();
    assertTrue(terminal.errText().endsWith("\r" + ERASE));
  }

  @Test
  void leavesTheLineWhenInterrupted() {
    terminal = terminal.interactive();
    ProgressBar bar = bar();
    bar.begin("Simulating", 10);
    terminal.interrupt();
    bar.advance(5);
    bar.end();
    assertTrue(terminal.errText().endsWith(ERASE + "\n"));
    assertEquals(2, drawings().size());
  }
}

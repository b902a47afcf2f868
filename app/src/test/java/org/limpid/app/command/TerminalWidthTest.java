package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.app.terminal.FakeTerminal;

/** What is printed fits the terminal that it is printed on. */
final class TerminalWidthTest {
  private static String policies(FakeTerminal terminal) {
    return Call.on(terminal, "policies").out();
  }

  private static String plain(String text) {
    return text.replaceAll("\033\\[[0-9;]*m", "");
  }

  private static int widest(String text) {
    return plain(text).lines().mapToInt(String::length).max().orElse(0);
  }

  @Test
  void linesAreBrokenAtTheWidthOfTheTerminal() {
    for (int width : List.of(60, 80)) {
      String out = policies(new FakeTerminal().interactive().width(width));
      assertTrue(widest(out) <= width, out);
    }
  }

  @Test
  void theVariableColumnsGoesFirstIfItIsANumber() {
    String out = policies(new FakeTerminal().interactive().width(200).with("COLUMNS", "60"));
    assertTrue(widest(out) <= 60, out);
    String wide = policies(new FakeTerminal().interactive().width(200));
    for (String nonsense : List.of("0", "-5", "wide", "1000000")) {
      FakeTerminal terminal = new FakeTerminal().interactive().width(200);
      assertEquals(wide, policies(terminal.with("COLUMNS", nonsense)), nonsense);
    }
  }

  @Test
  void otherProgramsGetWholeLinesWithoutColours() {
    String out = policies(new FakeTerminal().width(40).with("COLUMNS", "40"));
    assertTrue(widest(out) > 80, out);
    assertFalse(out.contains("\033"), out);
    String narrow = policies(new FakeTerminal().interactive().width(40));
    assertEquals(out.replaceAll("\\s+", " "), plain(narrow).replaceAll("\\s+", " "));
  }

  @Test
  void errorsAreBrokenBetweenWordsToo() {
    FakeTerminal terminal = new FakeTerminal().interactive().width(50);
    String err = Call.on(terminal, "explain", "job", "1", "--run", "there is no such folder").err();
    assertTrue(plain(err).startsWith("limpid: "), err);
    assertTrue(plain(err).lines().count() > 1, err);
    assertTrue(widest(err) <= 50, err);
  }
}

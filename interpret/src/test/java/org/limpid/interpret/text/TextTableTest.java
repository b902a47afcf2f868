package org.limpid.interpret.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void firstColumnsAreLeftAlignedAndOthersRight() {
    TextTable table = new TextTable(1).line("name", "n").line("a", "10");
    assertEquals("name   n\na     10\n", table.toString());
  }

  @Test
  void linesHaveTheSameNumberOfCells() {
    TextTable table = new TextTable(1).line("a", "b");
    assertThrows(IllegalArgumentException.class, () -> table.line("a"));
  }
}

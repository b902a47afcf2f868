package org.limpid.plots.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileNameTest {
  @Test
  void onlySmallLettersDigitsAndHyphensAreLeft() {
    assertEquals("gantt-lucid-easy", FileName.of("gantt", "Lucid (easy)"));
    assertEquals("gantt-outside-x", FileName.of("gantt", "../../outside/x"));
    assertEquals("gantt-2j-rm-rf", FileName.of("gantt", "\033[2J; rm -rf ~"));
    assertEquals("gantt", FileName.of("gantt", "中文"));
    assertEquals("gantt", FileName.of("gantt", ".."));
  }

  @Test
  void longNamesAreCut() {
    assertEquals(80, FileName.part("x".repeat(5000)).length());
    assertEquals("y".repeat(79), FileName.part("y".repeat(79) + " " + "z".repeat(10)));
  }

  @Test
  void namesThatBecomeTheSameStayApart() {
    Set<String> taken = new HashSet<>();
    List<String> names =
        List.of("a b", "a-b", "A_B", "a-b-2").stream()
            .map(name -> FileName.unique(FileName.of("f", name), taken))
            .toList();
    assertEquals(List.of("f-a-b", "f-a-b-2", "f-a-b-3", "f-a-b-2-2"), names);
    assertTrue(taken.containsAll(names));
  }
}

package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeListTextTest {
  private static void assertNames(String text, String... names) {
    assertEquals(Optional.of(List.of(names)), NodeListText.expand(text));
  }

  @Test
  void namesAreExpanded() {
    assertNames("login1", "login1");
    assertNames("n[001-003,7],login2", "n001", "n002", "n003", "n7", "login2");
    assertNames("r[1-2]n[08-09]-gpu", "r1n08-gpu", "r1n09-gpu", "r2n08-gpu", "r2n09-gpu");
  }

  @Test
  void otherTextsAreNone() {
    for (String text : List.of("n[1-2", "n1-2]", "n[a-b]", "n[]", "", "n[1-99999]")) {
      assertEquals(Optional.empty(), NodeListText.expand(text), text);
    }
    assertEquals(Optional.empty(), NodeListText.expand("[0-1]".repeat(9)));
  }
}

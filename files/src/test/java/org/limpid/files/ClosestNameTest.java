package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosestNameTest {
  private static final List<String> POLICIES = List.of("fifo", "lucid", "tiresias");

  @Test
  void misspeltNamesAreGuessed() {
    assertEquals(Optional.of("lucid"), ClosestName.of("Lcuid", POLICIES));
    assertEquals("Maybe 'tiresias' was meant.", ClosestName.hint("tiresia", POLICIES));
  }

  @Test
  void farNamesAreNotGuessed() {
    assertEquals(Optional.empty(), ClosestName.of("gavel", POLICIES));
    assertEquals("Maybe one of: fifo, lucid, tiresias.", ClosestName.hint("gavel", POLICIES));
  }

  @Test
  void longListsAreCut() {
    List<String> users = IntStream.range(0, 118).mapToObj(i -> "user" + i).toList();
    String hint = ClosestName.hint("nobody at all", users);
    assertTrue(hint.endsWith(", user19, ... (118 in all)."), hint);
  }
}

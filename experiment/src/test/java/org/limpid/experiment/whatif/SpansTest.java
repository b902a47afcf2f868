package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void wordsAreSeconds() {
    assertEquals(Optional.of(7200L), Spans.seconds("2h"));
    assertEquals(Optional.of(7200L), Spans.seconds("7200"));
    assertEquals(Optional.of(90_061L), Spans.seconds("1d1h1m1s"));
    assertEquals(Optional.of(5400L), Spans.seconds("1h30m"));
    for (String wrong : List.of("", "h", "2 h", "-2h", "1m1h", "2x", "1.5h", "99999999999999999")) {
      assertEquals(Optional.empty(), Spans.seconds(wrong), wrong);
    }
  }
}

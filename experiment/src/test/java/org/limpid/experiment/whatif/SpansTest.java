package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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

  @Test
  void secondsAreTheTwoLargestUnits() {
    assertEquals("0s", Spans.text(0));
    assertEquals("59s", Spans.text(59));
    assertEquals("1m 1s", Spans.text(61));
    assertEquals("2h", Spans.text(7200));
    assertEquals("1d 1h", Spans.text(90_061));
    assertEquals("-5m", Spans.text(-300));
  }

  @Test
  void textIsReadBackButForSmallerUnits() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      long seconds = random.nextLong(10_000_000);
      long read = Spans.seconds(Spans.text(seconds).replace(" ", "")).orElseThrow();
      long unit = seconds < 3600 ? 1 : seconds < 86_400 ? 60 : 3600;
      assertEquals(seconds - seconds % unit, read);
    }
  }
}

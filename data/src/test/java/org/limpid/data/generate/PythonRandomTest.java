package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected numbers are what Python prints. */
class PythonRandomTest {
  private final PythonRandom random = new PythonRandom(42);

  @Test
  void unitsTakeTwoWords() {
    assertEquals(.6394267984578837, random.next());
    assertEquals(.025010755222666936, random.next());
  }

  @Test
  void wholeNumbersAreDrawnUntilOneFits() {
    int[] drawn = IntStream.range(0, 8).map(_ -> random.below(10)).toArray();
    assertArrayEquals(new int[] {1, 0, 4, 3, 3, 2, 1, 8}, drawn);
  }

  @Test
  void rangesAreStretched() {
    assertEquals(2.4591401976868257, random.uniform(1.5, 3));
  }

  @Test
  void seedsOfMoreThanOneWordAreSeedsOfTheirOwn() {
    assertEquals(.11299430095636409, new PythonRandom(1L << 32).next());
    assertEquals(.8444218515250481, new PythonRandom(0).next());
  }

  @Test
  void negativeSeedsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PythonRandom(-1));
  }
}

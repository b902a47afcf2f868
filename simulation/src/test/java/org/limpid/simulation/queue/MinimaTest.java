package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimaTest {
  private static final int MOST = 20;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Minima minima = new Minima();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 100})
  void findsTheSameAsALook(int count) {
    int[] numbers = random.ints(count, 0, MOST).toArray();
    minima.fill(count, place -> numbers[place]);
    assertSame(numbers);
    for (int change = 0; change < count; change++) {
      int place = random.nextInt(count);
      numbers[place] = random.nextInt(MOST);
      minima.set(place, numbers[place]);
      assertSame(numbers);
    }
  }

  private void assertSame(int[] numbers) {
    for (int most = -1; most <= MOST; most += 3) {
      for (int from = 0; from <= numbers.length; from++) {
        assertEquals(next(numbers, from, most), minima.next(from, most));
      }
    }
  }

  private static int next(int[] numbers, int from, int most) {
    for (int place = from; place < numbers.length; place++) {
      if (numbers[place] <= most) {
        return place;
      }
    }
    return -1;
  }
}

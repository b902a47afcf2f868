package org.limpid.estimator.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DenseNumbersTest {
  @Test
  void numbersEqualThoseOfAMap() {
    DenseNumbers numbers = new DenseNumbers();
    Map<List<Integer>, Integer> map = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      int first = random.nextInt(200) - 1;
      int second = random.nextInt(70) - 1;
      int expected = map.computeIfAbsent(List.of(first, second), k -> map.size());
      assertEquals(expected, numbers.of(first, second));
    }
    assertEquals(map.size(), numbers.size());
  }
}

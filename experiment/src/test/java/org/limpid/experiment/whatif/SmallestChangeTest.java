package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmallestChangeTest {
  private static Optional<Integer> from(int least, int amount) {
    return amount >= least ? Optional.of(amount) : Optional.empty();
  }

  @Test
  void findsTheSmallestAmountWhereMoreDoesMore() {
    for (int bound = 0; bound < 40; bound++) {
      for (int least = 1; least < 45; least++) {
        int enough = least;
        Optional<Integer> expected = least <= bound ? Optional.of(least) : Optional.empty();
        assertEquals(expected, SmallestChange.upTo(bound, amount -> from(enough, amount)));
      }
    }
  }

  /** 1, 2, 4, 8, 16 are tried, then 12, 10, 11. */
  @Test
  void triesFewAmounts() {
    List<Integer> tried = new ArrayList<>();
    SmallestChange.upTo(
        1000,
        amount -> {
          tried.add(amount);
          return from(11, amount);
        });
    assertEquals(List.of(1, 2, 4, 8, 16, 12, 10, 11), tried);
  }

  /** Enough are 3 and 8 only: 3 is overlooked, as 2 and 4 are not; 8 is found, which is enough. */
  @Test
  void whatIsFoundIsEnoughInAnyCase() {
    Optional<Integer> found =
        SmallestChange.upTo(
            20, amount -> amount == 3 || amount == 8 ? Optional.of(amount) : Optional.empty());
    assertEquals(Optional.of(8), found);
    assertTrue(SmallestChange.upTo(5, _ -> Optional.empty()).isEmpty());
  }
}

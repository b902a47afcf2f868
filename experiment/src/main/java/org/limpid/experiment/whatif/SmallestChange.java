package org.limpid.experiment.whatif;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A search for the smallest amount of a change that is enough.
 *
 * <p>Amounts 1, 2, 4, ... are tried until one is enough; then the gap to the last one that was not
 * is halved until none is left. Where more of a change always does more, this finds the smallest
 * amount; else it finds one that is enough, next to one that is not, and may overlook others.
 */
final class SmallestChange {
  private SmallestChange() {}

  /**
   * The outcome of the smallest amount found; empty if neither the doubled amounts nor the bound
   * are enough.
   *
   * @param bound largest amount to try; nothing is tried if it is less than 1
   * @param outcome tries an amount; empty if it is not enough
   */
  static <T> Optional<T> upTo(int bound, IntFunction<Optional<T>> outcome) {
    int tooSmall = 0;
    int amount = Math.min(1, bound);
    while (amount > 0) {
      Optional<T> found = outcome.apply(amount);
      if (found.isPresent()) {
        return between(tooSmall, amount, found, outcome);
      }
      tooSmall = amount;
      amount = amount == bound ? 0 : (int) Math.min(bound, 2L * amount);
    }
    return Optional.empty();
  }

  private static <T> Optional<T> between(
      int tooSmall, int enough, Optional<T> found, IntFunction<Optional<T>> outcome) {
    int low = tooSmall;
    int high = enough;
    Optional<T> best = found;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      Optional<T> tried = outcome.apply(middle);
      if (tried.isPresent()) {
        best = tried;
        high = middle;
      } else {
        low = middle;
      }
    }
    return best;
  }
}

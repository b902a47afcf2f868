package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What a policy is learnt from.
 *
 * @param lessons in the order of sizes of chains, windows and moments; those of a window and size
 *     are an episode
 * @param windows how many there are; windows of five days begin every four hours
 * @param price of an hour's gap, an hour's overlap costs 1
 * @param origin the time of second 0
 * @param threads most of them at the same time
 */
public record ChainLessons(
    List<ChainLesson> lessons, int windows, GapPrice price, LocalDateTime origin, int threads) {
  public ChainLessons {
    lessons = List.copyOf(lessons);
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(origin, "origin");
    if (lessons.isEmpty() || windows < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "expected lessons, windows and threads from 1, found %d, %d and %d"
              .formatted(lessons.size(), windows, threads));
    }
  }

  /** Some of the lessons. */
  ChainLessons with(List<ChainLesson> some) {
    return new ChainLessons(some, windows, price, origin, threads);
  }
}

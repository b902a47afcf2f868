package org.limpid.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed form against the loop that defines it: a rate is taken away second by second. */
class ProgressTest {
  private static long loop(double remaining, double rate) {
    long steps = 0;
    for (double rest = remaining; rest > 0; rest -= rate) {
      steps++;
    }
    return steps;
  }

  private static double loop(double remaining, double rate, long steps) {
    double rest = remaining;
    for (long step = 0; step < steps; step++) {
      rest -= rate;
    }
    return rest;
  }

  private static void assertLikeLoop(double remaining, double rate, SplittableRandom random) {
    String message = remaining + " s at rate " + rate;
    long end = loop(remaining, rate);
    assertEquals(end, Progress.secondsToEnd(remaining, rate), message);
    long steps = random.nextLong(end + 1);
    assertEquals(
        loop(remaining, rate, steps),
        Progress.after(remaining, rate, steps),
        () -> message + " after " + steps);
  }

  @Test
  void finishedJobNeedsNoTime() {
    assertEquals(0, Progress.secondsToEnd(0, 1));
    assertEquals(0, Progress.secondsToEnd(0, 0.3));
    assertEquals(0, Progress.secondsToEnd(-5, 1));
    assertEquals(0, Progress.secondsToEnd(-0.25, 0.7));
  }

  @Test
  void wholeSecondsAtRateOneAreTheirOwnEnd() {
    assertEquals(1_000_000, Progress.secondsToEnd(1_000_000, 1));
    assertEquals(4, Progress.after(10, 1, 6));
    assertEquals(10, Progress.after(10, 1, 0));
  }

  /** 10 / 0.1 = 100, but after 100 subtractions 1.88e-14 s are left, and a 101st is needed. */
  @Test
  void closedFormWouldEndOneSecondEarly() {
    assertEquals(101, loop(10, 0.1));
    assertEquals(101, Progress.secondsToEnd(10, 0.1));
  }

  static DoubleStream rates() {
    return DoubleStream.of(
        // Dyadic: no subtraction rounds.
        0.5,
        0.25,
        0.375,
        1.5,
        1,
        // As in measured pairs.
        0.1,
        0.3,
        0.611,
        0.789,
        0.983,
        0.999,
        1.001,
        1.034,
        1.498,
        // Next to dyadic.
        Math.nextUp(0.5),
        Math.nextDown(0.5),
        Math.nextUp(1.0),
        Math.nextDown(1.0));
  }

  @ParameterizedTest
  @MethodSource("rates")
  void equalsTheLoopNextToPowersOfTwo(double rate) {
    SplittableRandom random = new SplittableRandom(1);
    for (int exponent = -3; exponent <= 16; exponent++) {
      double power = Math.scalb(1.0, exponent);
      assertLikeLoop(power, rate, random);
      assertLikeLoop(Math.nextUp(power), rate, random);
      assertLikeLoop(Math.nextDown(power), rate, random);
      assertLikeLoop(power + rate, rate, random);
      assertLikeLoop(power + Math.nextUp(rate), rate, random);
      assertLikeLoop(power + 2 * rate, rate, random);
    }
  }

  /**
   * The rate lies half way between two multiples of the unit of the first binade, so that rounding
   * to even goes up or down with the last bit of what remains.
   */
  @ParameterizedTest
  @ValueSource(ints = {4, 7, 10, 13, 16})
  void equalsTheLoopWhereRoundingTies(int exponent) {
    SplittableRandom random = new SplittableRandom(exponent);
    for (int i = 0; i < 40; i++) {
      double remaining = Math.scalb(1 + random.nextDouble(), exponent);
      double unit = Math.ulp(remaining);
      double rate = (Math.floor((0.5 + random.nextDouble()) / unit) + 0.5) * unit;
      assertLikeLoop(remaining, rate, random);
      assertLikeLoop(Math.nextUp(remaining), rate, random);
    }
  }

  @Test
  void equalsTheLoopOnRandomJobs() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 4000; i++) {
      double remaining = Math.scalb(random.nextDouble(), 1 + random.nextInt(15));
      double rate = 0.05 + 1.5 * random.nextDouble();
      assertLikeLoop(remaining, rate, random);
      assertLikeLoop(Math.rint(remaining), Math.rint(rate * 1000) / 1000 + 0.001, random);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.611, 0.983, 1.034, 1.498, 0.1, 1.0 / 3})
  void equalsTheLoopOnJobsOfAMillionSeconds(double rate) {
    SplittableRandom random = new SplittableRandom(3);
    assertLikeLoop(1e6, rate, random);
    assertLikeLoop(1_048_576, rate, random);
    assertLikeLoop(1e6 + random.nextDouble(), rate, random);
  }

  /** A long job that hardly moves: 2^20 s at a rate below a thousandth. */
  @Test
  void equalsTheLoopAtTinyRates() {
    SplittableRandom random = new SplittableRandom(4);
    assertLikeLoop(1000, 0.000_7, random);
    assertLikeLoop(4096, 0.001, random);
    assertLikeLoop(Math.nextUp(4096.0), Math.scalb(1.0, -10), random);
  }

  @Test
  void partsOfTheWayAddUp() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      double remaining = 1e5 * random.nextDouble();
      double rate = 0.05 + 1.5 * random.nextDouble();
      long end = Progress.secondsToEnd(remaining, rate);
      long half = random.nextLong(end + 1);
      double rest = Progress.after(remaining, rate, half);
      assertEquals(end - half, Progress.secondsToEnd(rest, rate));
      assertEquals(Progress.after(remaining, rate, end), Progress.after(rest, rate, end - half));
    }
  }
}

package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import org.limpid.data.Forecast;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.ForecastWindow;

/**
 * When sharing is on: looked at in every second divisible by 100, off while the forecast says at
 * most two jobs per slot.
 *
 * <p>The switch can only move when a row of the forecast passes, so its moves are worked out once
 * for a run. Immutable and safe to share between threads.
 */
final class SharingSwitch {
  private static final long PERIOD_SECONDS = 100;
  static final int FEW_JOBS = 2;

  private final Forecast forecast;
  private final long[] moves;
  private final boolean onAtStart;

  private SharingSwitch(Forecast forecast, long[] moves, boolean onAtStart) {
    this.forecast = forecast;
    this.moves = moves;
    this.onAtStart = onAtStart;
  }

  static SharingSwitch of(SharingMode mode, Forecast forecast, long startSecond) {
    return switch (mode) {
      case ALWAYS -> new SharingSwitch(Forecast.EMPTY, new long[0], true);
      case NEVER -> new SharingSwitch(Forecast.EMPTY, new long[0], false);
      case PREDICTED -> predicted(forecast, startSecond);
    };
  }

  private static SharingSwitch predicted(Forecast forecast, long startSecond) {
    long[] moves = new long[forecast.size() + 1];
    int count = 0;
    boolean on = false;
    long second = nextLook(startSecond);
    while (second != Partition.NEVER) {
      if (isOn(forecast, second) != on) {
        on = !on;
        moves[count++] = second;
      }
      int row = forecast.firstRowAfter(second);
      second = row == forecast.size() ? Partition.NEVER : nextLook(forecast.seconds(row));
    }
    return new SharingSwitch(forecast, Arrays.copyOf(moves, count), false);
  }

  private static boolean isOn(Forecast forecast, long second) {
    return forecast.firstRowAfter(second) == forecast.size()
        || ForecastWindow.meanJobs(forecast, second) > FEW_JOBS;
  }

  private static long nextLook(long second) {
    return Math.ceilDiv(second, PERIOD_SECONDS) * PERIOD_SECONDS;
  }

  /** Whether sharing is on in this second. */
  boolean isOn(long second) {
    return onAtStart ^ (movesUpTo(second) & 1) != 0;
  }

  /** The forecast behind the last move up to this second, jobs per slot; -1: there is none. */
  double forecastJobs(long second) {
    int passed = movesUpTo(second);
    return passed == 0 ? -1 : ForecastWindow.meanJobs(forecast, moves[passed - 1]);
  }

  /** The next second after this one in which the switch moves. */
  long nextMove(long second) {
    int passed = movesUpTo(second);
    return passed == moves.length ? Partition.NEVER : moves[passed];
  }

  private int movesUpTo(long second) {
    int place = Arrays.binarySearch(moves, second);
    return place >= 0 ? place + 1 : -place - 1;
  }
}

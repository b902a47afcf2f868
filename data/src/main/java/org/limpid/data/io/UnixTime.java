package org.limpid.data.io;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Recognises seconds since 1970, and thousandths and smaller parts of them, where seconds since the
 * origin of a data set are expected.
 */
public final class UnixTime {
  /** 1990 to 2100: before and after it nobody recorded a trace. */
  private static final double EARLIEST = seconds(LocalDateTime.of(1990, 1, 1, 0, 0));

  private static final double LATEST = seconds(LocalDateTime.of(2100, 1, 1, 0, 0));

  /** Shorter numbers are no such times. */
  static final int FEWEST_DIGITS = 9;

  private UnixTime() {}

  private static long seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  /** Units of clocks, by how many of them make a second. */
  private enum Unit {
    SECONDS(1),
    MILLISECONDS(1e3),
    MICROSECONDS(1e6),
    NANOSECONDS(1e9);

    private final double perSecond;

    Unit(double perSecond) {
      this.perSecond = perSecond;
    }

    boolean fits(double value) {
      return value / perSecond >= EARLIEST && value / perSecond < LATEST;
    }
  }

  /**
   * What a number looks like, e.g. {@code seconds since 1970 (2020-09-01T00:00:03)}; empty if it
   * may well count from the origin.
   *
   * @param value not a number: nothing
   * @param origin second 0 of the data set; one before 1990 may be that of Unix itself
   */
  static Optional<String> looksLike(double value, LocalDateTime origin) {
    if (seconds(origin) < EARLIEST) {
      return Optional.empty();
    }
    for (Unit unit : Unit.values()) {
      if (unit.fits(value)) {
        LocalDateTime time =
            LocalDateTime.ofEpochSecond((long) (value / unit.perSecond), 0, ZoneOffset.UTC);
        return Optional.of(
            "%s since 1970 (%tF %<tT UTC)".formatted(unit.name().toLowerCase(Locale.ROOT), time));
      }
    }
    return Optional.empty();
  }

  /**
   * Whole seconds since 1970 of a clock that counts them, or thousandths or smaller parts of them.
   *
   * @return empty where no such clock has shown that number since 1990
   */
  public static OptionalLong seconds(double value) {
    return Stream.of(Unit.values())
        .filter(unit -> unit.fits(value))
        .mapToLong(unit -> (long) (value / unit.perSecond))
        .findFirst();
  }

  /** What to do about it, a sentence "Maybe ...". */
  static String hint(LocalDateTime origin) {
    return "Maybe set time.origin in dataset.json to 1970-01-01T00:00:00 and startSeconds likewise,"
        + " or write dates; the origin is %s.".formatted(origin);
  }
}

package org.limpid.results.table;

/** Units of time, for axes; in text {@link org.limpid.files.Words} tells them. */
public final class TimeText {
  private TimeText() {}

  /** Units of time. */
  public enum Unit {
    /** Seconds. */
    SECOND("s", 1),
    /** Minutes. */
    MINUTE("min", 60),
    /** Hours. */
    HOUR("h", 3600),
    /** Days. */
    DAY("d", 86_400);

    private final String symbol;
    private final int seconds;

    Unit(String symbol, int seconds) {
      this.symbol = symbol;
      this.seconds = seconds;
    }

    /** As written behind numbers. */
    public String symbol() {
      return symbol;
    }

    /** Length in seconds. */
    public int seconds() {
      return seconds;
    }

    /** The largest unit of which a length has at least two, or the smallest one. */
    public static Unit suiting(double seconds) {
      Unit suiting = SECOND;
      for (Unit unit : values()) {
        if (Math.abs(seconds) >= 2.0 * unit.seconds) {
          suiting = unit;
        }
      }
      return suiting;
    }
  }
}

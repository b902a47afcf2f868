package org.limpid.plots.cluster;

import java.util.List;
import org.limpid.plots.chart.Axis;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.results.RunDescription;

/** Axes of the time of a run. */
final class TimeAxis {
  private TimeAxis() {}

  /** Days of the calendar if the run says its origin, else the time since its start. */
  static Axis of(RunDescription run, double lowSeconds, double highSeconds) {
    return run.origin()
        .map(origin -> Axis.of("", Scales.calendar(lowSeconds, highSeconds, origin)))
        .orElseGet(() -> sinceStart(run.startSeconds(), lowSeconds, highSeconds));
  }

  private static Axis sinceStart(long start, double low, double high) {
    Scale elapsed = Scales.duration(low - start, high - start);
    return Axis.of("Time since the start of the run", new ElapsedScale(start, elapsed));
  }

  /** Seconds since the origin, marked as time since a start. */
  private record ElapsedScale(double start, Scale elapsed) implements Scale {
    @Override
    public double low() {
      return start + elapsed.low();
    }

    @Override
    public double high() {
      return start + elapsed.high();
    }

    @Override
    public double fraction(double value) {
      return elapsed.fraction(value - start);
    }

    @Override
    public List<Tick> ticks(int most) {
      return elapsed.ticks(most).stream()
          .map(tick -> new Tick(start + tick.value(), tick.label()))
          .toList();
    }
  }
}

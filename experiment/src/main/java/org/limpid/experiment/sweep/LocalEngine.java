package org.limpid.experiment.sweep;

import java.util.List;
import org.limpid.simulation.run.Parallel;

/**
 * Runs points in this process.
 *
 * @param threads how many at a time
 */
public record LocalEngine(int threads) implements SweepEngine {
  @Override
  public void run(SweepGrid grid, PointRunner runner, List<SweepPoint> points, Taker taker) {
    Parallel.run(
        points.stream()
            .<Runnable>map(point -> () -> taker.accept(point, runner.run(point)))
            .toList(),
        threads);
  }
}

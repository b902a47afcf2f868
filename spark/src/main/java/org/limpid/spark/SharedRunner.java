package org.limpid.spark;

import java.io.Serializable;
import java.util.List;
import org.limpid.experiment.sweep.GridSource;
import org.limpid.experiment.sweep.PointRunner;
import org.limpid.experiment.sweep.SweepGrid;
import org.limpid.experiment.sweep.SweepPoint;
import org.limpid.files.DataException;

/**
 * Runs points by their numbers. It is sent to every executor once, which reads the data sets when
 * it has its first point. Safe for several threads.
 */
final class SharedRunner implements Serializable {
  private static final long serialVersionUID = 1;

  private final GridSource source;
  private transient List<SweepPoint> points;
  private transient PointRunner runner;

  SharedRunner(GridSource source) {
    this.source = source;
  }

  Outcome run(int number) {
    try {
      PointRunner ready = ready();
      return new Outcome(ready.run(points.get(number)), "");
    } catch (DataException failure) {
      // Trying it again, as Spark would, changes nothing.
      return new Outcome(null, failure.getMessage());
    }
  }

  private synchronized PointRunner ready() {
    if (runner == null) {
      SweepGrid grid = source.grid();
      points = grid.points();
      runner = new PointRunner(grid);
    }
    return runner;
  }
}

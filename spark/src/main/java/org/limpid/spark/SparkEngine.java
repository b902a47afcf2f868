package org.limpid.spark;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.limpid.experiment.sweep.PointRunner;
import org.limpid.experiment.sweep.SweepEngine;
import org.limpid.experiment.sweep.SweepGrid;
import org.limpid.experiment.sweep.SweepPoint;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import scala.reflect.ClassTag;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs every point as a task of Spark. What an executor that fails was at is run again elsewhere.
 *
 * @param master address of the cluster
 */
record SparkEngine(String master) implements SweepEngine {
  @Override
  public void run(SweepGrid grid, PointRunner runner, List<SweepPoint> points, Taker taker) {
    Receiver receiver = new Receiver(points, taker);
    try (Cluster cluster = Cluster.connect(master)) {
      JavaSparkContext context = cluster.context();
      JavaRDD<Integer> numbers =
          context.parallelize(points.stream().map(SweepPoint::number).toList(), points.size());
      PointTask task = new PointTask(context.broadcast(new SharedRunner(grid.source())));
      ClassTag<Outcome> type = ClassTag.apply(Outcome.class);
      context.sc().runJob(numbers.rdd(), task, receiver, type);
    } catch (Exception e) { // Spark declares none of those that it throws.
      throw receiver.failure == null ? Cluster.failed(master, e) : receiver.failure;
    }
  }

  /** Takes what tasks send back, one at a time; a failure ends the job. */
  private static final class Receiver extends AbstractFunction2<Object, Outcome, BoxedUnit> {
    private final List<SweepPoint> points;
    private final Taker taker;
    private volatile RuntimeException failure;

    Receiver(List<SweepPoint> points, Taker taker) {
      this.points = points;
      this.taker = taker;
    }

    @Override
    public BoxedUnit apply(Object partition, Outcome outcome) {
      try {
        if (!outcome.failure().isEmpty()) {
          throw unreadable(outcome.failure());
        }
        taker.accept(points.get((Integer) partition), outcome.result());
        return BoxedUnit.UNIT;
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }

    private static DataException unreadable(String reason) {
      return new DataException(
          Problem.of(
              "on a machine of the cluster",
              reason,
              "Maybe it does not see the data sets under the same names as this one."));
    }
  }
}

package org.limpid.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Runs the one point of a partition. */
final class PointTask extends AbstractFunction1<Iterator<Integer>, Outcome>
    implements Serializable {
  private static final long serialVersionUID = 1;

  private final Broadcast<SharedRunner> runner;

  PointTask(Broadcast<SharedRunner> runner) {
    this.runner = runner;
  }

  @Override
  public Outcome apply(Iterator<Integer> numbers) {
    return runner.value().run(numbers.next());
  }
}

package org.limpid.experiment.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.interpret.linear.LinearTrainer;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

class RememberedFitsTest {
  private final AtomicInteger fits = new AtomicInteger();

  private final class Counting implements Trainer<Model> {
    @Override
    public String name() {
      return "counted";
    }

    @Override
    public Model train(TrainingSet data, TrainingMonitor monitor) {
      fits.incrementAndGet();
      return new LinearTrainer().train(data, monitor);
    }
  }

  private static TrainingSet data(double last) {
    return TrainingSet.regression(
        Table.of(NumericColumn.of("x", 1, 2, 3, 4), NumericColumn.of("y", 2, 4, 6, last)), "y");
  }

  @Test
  void equalDataIsFittedOnce() {
    WorkloadTrainer plain =
        new WorkloadTrainer(FeatureSet.WITHOUT_PROFILE, DurationScale.SECONDS, new Counting());
    Trainer<?> remembering = new RememberedFits().of(plain).learner();
    assertEquals("counted", remembering.name());
    Object first = remembering.train(data(8));
    assertSame(first, remembering.train(data(8)));
    assertNotSame(first, remembering.train(data(9)));
    assertSame(first, remembering.train(data(8)));
    assertEquals(2, fits.get());
  }
}

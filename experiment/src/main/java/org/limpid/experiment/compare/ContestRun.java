package org.limpid.experiment.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog.Sized;
import org.limpid.interpret.model.TrainingSet;

/** Lets a learner take part in a contest. */
final class ContestRun {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Contest contest;
  private final Learner learner;
  private final double[] predicted;
  private int size;
  private long nanos;
  private Model last;

  private ContestRun(Contest contest, Learner learner) {
    this.contest = contest;
    this.learner = learner;
    predicted = new double[contest.testRowCount()];
  }

  /** Fits and predicts all folds. */
  static Outcome outcome(Contest contest, Learner learner) {
    return new ContestRun(contest, learner).outcome();
  }

  private Outcome outcome() {
    contest.folds().forEach(this::run);
    return new Outcome(predicted, nanos, byteCount(last));
  }

  private void run(Contest.Fold fold) {
    TrainingSet data = contest.data();
    if (!learner.takesMissingValues()) {
      data = new GapFilling(data.inputs(), fold.trainingRows()).fill(data);
    }
    TrainingSet training = data.rows(fold.trainingRows());
    long begun = cpuNanos();
    last = learner.trainer().train(training);
    nanos += cpuNanos() - begun;
    Predictions predictions = last.predict(data.inputs().rows(fold.testRows()));
    for (double[] outputs : predictions.outputs()) {
      predicted[size++] = contest.outcome().applyAsDouble(number(predictions.task(), outputs));
    }
  }

  /**
   * What a fit costs: CPU time of the calling thread since some moment, nanoseconds; wall-clock
   * time where the platform does not tell.
   */
  static long cpuNanos() {
    return THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** Bytes of a model as its library saves it; Limpid's own models as JSON. */
  static long byteCount(Model model) {
    if (model instanceof Sized sized) {
      return sized.byteCount();
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      ModelJson.write(model, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return json.size();
  }

  /** The predicted number, or the number of the likeliest class. */
  private static double number(Task task, double[] outputs) {
    return task instanceof Task.Regression ? outputs[0] : Predictions.mostProbable(outputs);
  }

  /**
   * What a learner made of a contest.
   *
   * @param predicted one number per predicted row, fold by fold
   * @param fitNanos CPU time of all fits, nanoseconds
   * @param byteCount size of the last model as its library saves it; -1 if unknown
   */
  record Outcome(double[] predicted, long fitNanos, long byteCount) {}
}

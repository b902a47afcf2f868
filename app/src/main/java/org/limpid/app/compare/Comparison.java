package org.limpid.app.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.limpid.interpret.evaluate.Evaluation;
import org.limpid.interpret.evaluate.Metric;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Sized;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;

/** Lets a learner take part in a contest. */
final class Comparison {
  private static final double NANOS = 1e9;

  private final Contest contest;
  private final Learner learner;
  private final double[] truth;
  private final double[] predicted;
  private int size;
  private long nanos;
  private Model last;

  private Comparison(Contest contest, Learner learner) {
    this.contest = contest;
    this.learner = learner;
    truth = new double[contest.testRowCount()];
    predicted = new double[truth.length];
  }

  /**
   * Fits and predicts all folds.
   *
   * @throws org.limpid.files.DataException if the learner can't learn from the data
   */
  static Standing of(Contest contest, Learner learner) {
    Comparison comparison = new Comparison(contest, learner);
    contest.folds().forEach(comparison::run);
    return comparison.standing();
  }

  private void run(Contest.Fold fold) {
    TrainingSet data = contest.data();
    if (!learner.takesMissingValues()) {
      data = new GapFilling(data.inputs(), fold.trainingRows()).fill(data);
    }
    TrainingSet training = data.rows(fold.trainingRows());
    long begun = System.nanoTime();
    last = learner.trainer().train(training);
    nanos += System.nanoTime() - begun;
    Predictions predictions = last.predict(data.inputs().rows(fold.testRows()));
    for (int i = 0; i < fold.testRows().length; i++) {
      truth[size] = contest.truth()[fold.testRows()[i]];
      predicted[size] = contest.outcome().applyAsDouble(number(predictions, i));
      size++;
    }
  }

  /** The predicted number, or the number of the likeliest class. */
  private static double number(Predictions predictions, int row) {
    double[] outputs = predictions.outputs()[row];
    if (predictions.task() instanceof Task.Regression) {
      return outputs[0];
    }
    int likeliest = 0;
    for (int k = 1; k < outputs.length; k++) {
      likeliest = outputs[k] > outputs[likeliest] ? k : likeliest;
    }
    return likeliest;
  }

  private Standing standing() {
    double[][] outputs =
        Arrays.stream(predicted).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    Evaluation evaluation =
        Evaluation.of(
            new Target.Numbers(contest.model(), truth),
            new Predictions(new Task.Regression(), outputs));
    return new Standing(
        contest.model(),
        contest.variant(),
        learner.name(),
        learner.readable(),
        truth.length,
        evaluation.value(Metric.MAE),
        evaluation.value(Metric.R2),
        evaluation.value(Metric.SPEARMAN),
        accuracy(),
        nanos / NANOS,
        byteCount());
  }

  private double accuracy() {
    if (contest.data().target().task() instanceof Task.Regression) {
      return Double.NaN;
    }
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += truth[i] == predicted[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  private long byteCount() {
    if (last instanceof Sized sized) {
      return sized.byteCount();
    }
    CountingStream counter = new CountingStream();
    try {
      ModelJson.write(last, counter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.count;
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}

package org.limpid.baselines.lightgbm;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.Scorer;

/** Predicts with LightGBM. The native memory is freed when nobody can reach the model any more. */
final class LightGbmScorer implements Scorer {
  private static final Cleaner CLEANER = Cleaner.create();

  private final NativeModel model;
  private final int width;
  private final int outputCount;

  LightGbmScorer(NativeModel model, int width, int outputCount) {
    this.model = model;
    this.width = width;
    this.outputCount = outputCount;
    CLEANER.register(this, model::free);
  }

  @Override
  public double[][] score(double[][] rows) {
    return outputCount == 2 ? binary(rows) : predict(rows, outputCount);
  }

  @Override
  public long byteCount() {
    return model.byteCount();
  }

  /** LightGBM predicts one number for two classes: the probability of the second. */
  private double[][] binary(double[][] rows) {
    double[][] second = predict(rows, 1);
    double[][] outputs = new double[rows.length][2];
    for (int i = 0; i < rows.length; i++) {
      outputs[i][0] = 1 - second[i][0];
      outputs[i][1] = second[i][0];
    }
    return outputs;
  }

  private double[][] predict(double[][] rows, int count) {
    try {
      double[] flat = model.predict(Design.flat(rows, width), rows.length, width, count);
      double[][] outputs = new double[rows.length][count];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(flat, i * count, outputs[i], 0, count);
      }
      return outputs;
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}

package org.limpid.baselines.smile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import org.limpid.baselines.method.Design;
import org.limpid.baselines.method.EncodedInputs;
import org.limpid.baselines.method.Scorer;
import org.limpid.baselines.method.TrainingSteps;
import smile.classification.DataFrameClassifier;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.regression.DataFrameRegression;
import smile.util.IterativeAlgorithmController;

/** Predicts with a model of Smile. */
final class SmileScorer implements Scorer {
  private final EncodedInputs inputs;
  private final StructType schema;
  private final int outputCount;
  private final BiConsumer<Tuple, double[]> predictor;
  private final Serializable model;

  private SmileScorer(Design design, Serializable model, BiConsumer<Tuple, double[]> predictor) {
    this.inputs = design.inputs();
    this.schema = SmileData.schema(inputs);
    this.outputCount = design.outputCount();
    this.predictor = predictor;
    this.model = model;
  }

  static SmileScorer of(Design design, DataFrameRegression model) {
    return new SmileScorer(design, model, (tuple, outputs) -> outputs[0] = model.predict(tuple));
  }

  /** A class without a row of its own, which Smile does not know, gets the probability 0. */
  static SmileScorer of(Design design, DataFrameClassifier model) {
    int[] classes = model.classes();
    return new SmileScorer(
        design,
        model,
        (tuple, outputs) -> {
          double[] known = new double[classes.length];
          model.predict(tuple, known);
          for (int i = 0; i < classes.length; i++) {
            outputs[classes[i]] = known[i];
          }
        });
  }

  @Override
  public double[][] score(double[][] rows) {
    double[][] outputs = new double[rows.length][outputCount];
    for (int i = 0; i < rows.length; i++) {
      predictor.accept(SmileData.tuple(schema, inputs, rows[i]), outputs[i]);
    }
    return outputs;
  }

  @Override
  public long byteCount() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  static final class StepController<S> extends IterativeAlgorithmController<S> {
    private final TrainingSteps steps;

    StepController(TrainingSteps steps) {
      this.steps = steps;
    }

    @Override
    public void submit(S status) {
      steps.advance();
    }
  }
}

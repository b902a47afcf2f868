package org.limpid.workbench.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Trains EBMs from Tribuo's examples. All features are numeric, as Tribuo's are. One that an
 * example does not have is missing there, and missing values have a bin of their own; but where a
 * feature has one and the same value wherever it stands, it is taken for an indicator, and is 0
 * where it does not.
 *
 * <p>Unlike Tribuo's own trainers this one draws the same random numbers in every training: the
 * same examples give the same model.
 */
public abstract sealed class EbmTribuoTrainer<T extends Output<T>> implements Trainer<T>
    permits EbmRegressorTrainer, EbmLabelTrainer {
  @Config(description = "Parameters that differ from the defaults, by their names.")
  private Map<String, String> parameters = new TreeMap<>();

  private int invocationCount;

  /** All defaults; for Tribuo's configuration files, which then set the parameters. */
  EbmTribuoTrainer() {}

  EbmTribuoTrainer(Map<String, String> parameters) {
    this.parameters = new TreeMap<>(parameters);
    postConfig();
  }

  /**
   * Checks the parameters. Throws an {@code IllegalArgumentException} if a name or value is
   * unknown; the message names all of them.
   */
  @Override
  public final void postConfig() {
    standard().with(parameters);
  }

  abstract EbmParameters standard();

  abstract Target target(Dataset<T> examples);

  abstract Outputs<T> outputs(EbmModel model, Dataset<T> examples);

  @Override
  public final EbmTribuoModel<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
    return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if an example has no output
   * @throws org.limpid.files.DataException if nothing can be learnt from the examples
   */
  @Override
  public final EbmTribuoModel<T> train(
      Dataset<T> examples, Map<String, Provenance> runProvenance, int invocation) {
    if (examples.getOutputInfo().getUnknownCount() > 0) {
      throw new IllegalArgumentException("expected an output in every example");
    }
    TrainerProvenance origin = begin(invocation);
    ExampleReader reader = ExampleReader.of(examples);
    TrainingSet training = training(reader, examples);
    EbmModel model = new EbmTrainer(standard().with(parameters)).train(training);
    ModelProvenance provenance =
        new ModelProvenance(
            EbmTribuoModel.class.getName(),
            OffsetDateTime.now(),
            examples.getProvenance(),
            origin,
            runProvenance);
    return new EbmTribuoModel<>(
        "ebm",
        provenance,
        examples.getFeatureIDMap(),
        examples.getOutputIDInfo(),
        model,
        reader,
        outputs(model, examples));
  }

  private synchronized TrainerProvenance begin(int invocation) {
    if (invocation != INCREMENT_INVOCATION_COUNT) {
      setInvocationCount(invocation);
    }
    TrainerProvenance provenance = getProvenance();
    invocationCount++;
    return provenance;
  }

  private TrainingSet training(ExampleReader reader, Dataset<T> examples) {
    TrainingSet training = TrainingSet.of(reader.table(examples), target(examples));
    double[] weights = new double[examples.size()];
    Arrays.setAll(weights, i -> examples.getExample(i).getWeight());
    boolean equal = Arrays.stream(weights).allMatch(weight -> weight == 1);
    return equal ? training : training.withWeights(weights);
  }

  @Override
  public final synchronized int getInvocationCount() {
    return invocationCount;
  }

  @Override
  public final synchronized void setInvocationCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("expected 0 or more: " + count);
    }
    invocationCount = count;
  }

  @Override
  public final TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + parameters;
  }
}

package org.limpid.workbench.tribuo;

import java.util.Map;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.model.Target;
import org.tribuo.Dataset;
import org.tribuo.regression.Regressor;

/** Trains EBMs that predict one number. */
public final class EbmRegressorTrainer extends EbmTribuoTrainer<Regressor> {
  public EbmRegressorTrainer() {}

  /** A trainer with the defaults of regressions but for the parameters named. */
  public EbmRegressorTrainer(Map<String, String> parameters) {
    super(parameters);
  }

  @Override
  EbmParameters standard() {
    return EbmParameters.regression();
  }

  @Override
  Target target(Dataset<Regressor> examples) {
    double[] numbers = new double[examples.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = examples.getExample(i).getOutput().getValues()[0];
    }
    return new Target.Numbers(dimension(examples), numbers);
  }

  private static String dimension(Dataset<Regressor> examples) {
    String[] names = Regressor.extractNames(examples.getOutputInfo());
    if (names.length != 1) {
      throw new IllegalArgumentException(
          "expected one number to be predicted, found " + String.join(", ", names));
    }
    return names[0];
  }

  @Override
  Outputs<Regressor> outputs(EbmModel model, Dataset<Regressor> examples) {
    return new Outputs.Number(dimension(examples));
  }
}

package org.limpid.workbench.tribuo;

import java.util.List;
import java.util.Map;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.model.NumbersFirst;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;

/** Trains EBMs that predict one of two or more labels. */
public final class EbmLabelTrainer extends EbmTribuoTrainer<Label> {
  public EbmLabelTrainer() {}

  /** A trainer with the defaults of classifications but for the parameters named. */
  public EbmLabelTrainer(Map<String, String> parameters) {
    super(parameters);
  }

  @Override
  EbmParameters standard() {
    return EbmParameters.classification();
  }

  @Override
  Target target(Dataset<Label> examples) {
    List<String> classes =
        examples.getOutputInfo().getDomain().stream()
            .map(Label::getLabel)
            .sorted(NumbersFirst.ORDER)
            .toList();
    int[] codes = new int[examples.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = classes.indexOf(examples.getExample(i).getOutput().getLabel());
    }
    return new Target.Classes("label", codes, classes);
  }

  @Override
  Outputs<Label> outputs(EbmModel model, Dataset<Label> examples) {
    return new Outputs.Labels(((Task.Classification) model.task()).classes());
  }
}

package org.limpid.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.models.tool.EditStep;

/** A job of n GPUs takes n minutes. */
final class DurationEditsTest {
  private static final int ROWS = 400;
  private static final Table JOBS =
      Table.of(NumericColumn.generate("GPUs", ROWS, row -> row % 8 + 1));
  private static final DurationEdits FROM_FOUR_ON =
      new DurationEdits(List.of(new EditStep.SetRange("GPUs", 4, Double.POSITIVE_INFINITY, 0.5)));

  private static JobDurationModel model() {
    double[] logarithms = new double[ROWS];
    Arrays.setAll(logarithms, row -> Math.log(60 * (row % 8 + 1)));
    EbmParameters parameters =
        EbmParameters.regression()
            .with(EbmParameter.INTERACTIONS, 0)
            .with(EbmParameter.OUTER_BAGS, 1);
    return new JobDurationModel(
        new EbmTrainer(parameters, 1)
            .train(TrainingSet.of(JOBS, new Target.Numbers("ln(duration)", logarithms))),
        DurationScale.MEDIAN_FACTORS,
        Optional.empty(),
        FeatureSet.WITHOUT_PROFILE,
        1e6,
        0,
        1,
        List.of());
  }

  private static double seconds(JobDurationModel model, int gpus) {
    return model.seconds(model.model().predict(JOBS).values()[gpus - 1]);
  }

  @Test
  void aRangeOfAModelOfFactorsIsSetToAFactor() {
    JobDurationModel before = model();
    JobDurationModel after = FROM_FOUR_ON.of(before);
    double any = Math.exp(((EbmModel) before.model()).intercept()[0]);
    assertEquals(0.5 * any, seconds(after, 8), 1e-9 * any);
    assertEquals(0.5 * any, seconds(after, 4), 1e-9 * any);
    assertEquals(seconds(before, 3), seconds(after, 3), 1e-9 * any);
  }
}

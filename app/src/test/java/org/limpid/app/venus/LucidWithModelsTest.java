package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.experiment.simulate.ModelPredictions;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.files.Reporter;
import org.limpid.models.ModelsOrigin;
import org.limpid.models.TrainedModels;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * Lucid on Venus with durations learnt in the run, which has nothing before 1 September, and with
 * the published estimates of models that knew five months more; jobs of 8-26 September.
 */
final class LucidWithModelsTest {
  /** Changes that mean nothing move a run by about one per cent. */
  private static final double NOISE = 1.01;

  @TempDir private Path folder;

  @Test
  void durationsLearntInTheRunServeAsWellAsThePublishedOnes() {
    double published = meanJct(PredictionSource.DATASET, "published");
    DatasetReader venus = DatasetReader.open(SharedData.venus());
    ModelsOrigin origin =
        new ModelsOrigin("venus", "", venus.origin(), Long.MAX_VALUE / 2, "", List.of());
    TrainedModels models =
        new TrainedModels(
            origin,
            Optional.empty(),
            Optional.empty(),
            Double.NaN,
            Optional.empty(),
            new DurationKind(FeatureSet.WITH_PROFILE, DurationForm.LARGE),
            List.of());
    double learnt = meanJct(data -> new ModelPredictions(models, data, Set.of()), "learnt");
    System.out.printf(
        Locale.ROOT,
        "Lucid on Venus: mean JCT %.0f s published, %.0f s learnt%n",
        published,
        learnt);
    assertTrue(learnt <= NOISE * published, learnt + " against " + published);
  }

  private double meanJct(PredictionSource predictions, String out) {
    SimulationRequest request =
        SimulationRequest.builder(SharedData.venus(), List.of("lucid"), folder.resolve(out))
            .predictions(predictions)
            .span(new SubmissionSpan(Optional.empty(), Optional.empty(), Optional.of("2020-09-08")))
            .threads(2)
            .build();
    PolicySummary lucid = Simulation.run(request, Reporter.SILENT).summaries().getFirst();
    return lucid.all().jct().mean();
  }
}

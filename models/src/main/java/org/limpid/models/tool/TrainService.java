package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Reporter;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Trainer;

/** Trains a model on a CSV file and writes it. */
public final class TrainService {
  private static final double NANOS = 1e9;

  private TrainService() {}

  /**
   * Carries out a request.
   *
   * @throws org.limpid.files.DataException if the file cannot be read, nothing can be learnt from
   *     it, or the model cannot be written
   */
  public static TrainReport run(TrainRequest request, Reporter reporter) {
    request.out().check(request.csv());
    TrainingData data = TrainingData.read(request);
    List<String> notices = new ArrayList<>(data.notices());
    ModelTrial test = new ModelTrial(request, data.set(), notices);
    Trainer<?> trainer =
        Trainers.of(request.recipe(), data.set().target().task(), request.threads());
    long begun = System.nanoTime();
    Model model = trainer.train(test.training(), new ReportingMonitor(reporter, notices));
    reporter.end();
    double seconds = (System.nanoTime() - begun) / NANOS;
    request.out().write(out -> ModelJson.write(model, out));
    ReportingMonitor ofSecond = new ReportingMonitor(reporter, new ArrayList<>());
    Optional<TestResult> result = test.result(model, ofSecond);
    reporter.end();
    return TrainReport.of(request, model, result, notices, seconds);
  }
}

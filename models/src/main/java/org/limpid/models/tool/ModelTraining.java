package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;

/** Trains a model on a CSV file and writes it. */
public final class ModelTraining {
  private static final double NANOS = 1e9;

  private ModelTraining() {}

  /**
   * Carries out a request.
   *
   * @throws org.limpid.files.DataException if the file cannot be read, nothing can be learnt from
   *     it, or the model cannot be written
   */
  public static TrainingReport run(TrainingRequest request, Reporter reporter) {
    request.out().check(request.csv());
    if (request.event().isPresent()) {
      return survival(request.event().get(), request, reporter);
    }
    return request
        .continued()
        .map(model -> continued(model, request, reporter))
        .orElseGet(() -> trained(request, reporter));
  }

  private static TrainingReport continued(Path model, TrainingRequest request, Reporter reporter) {
    request.out().check(model);
    List<String> notices = new ArrayList<>();
    ContinuedTraining training = new ContinuedTraining(model, request, notices);
    long begun = System.nanoTime();
    EbmModel longer = training.run(new ReportingMonitor(reporter, notices));
    reporter.end();
    double seconds = (System.nanoTime() - begun) / NANOS;
    request.out().write(out -> ModelJson.write(longer, out));
    Optional<TestResult> test = training.test(longer, notices);
    return new TrainingReport(
        request.out().path().toString(), ModelKind.EBM, longer, test, notices, seconds);
  }

  private static TrainingReport survival(String event, TrainingRequest request, Reporter reporter) {
    List<String> notices = new ArrayList<>();
    SurvivalTraining training = new SurvivalTraining(request, event, notices);
    long begun = System.nanoTime();
    EbmModel hazards = training.run(new ReportingMonitor(reporter, notices));
    reporter.end();
    double seconds = (System.nanoTime() - begun) / NANOS;
    request.out().write(out -> ModelJson.write(hazards, out));
    return new TrainingReport(
        request.out().path().toString(),
        ModelKind.EBM,
        hazards,
        Optional.empty(),
        notices,
        seconds);
  }

  private static TrainingReport trained(TrainingRequest request, Reporter reporter) {
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
    return new TrainingReport(
        request.out().path().toString(), request.recipe().kind(), model, result, notices, seconds);
  }

  /**
   * Passes the progress of a training on to whoever runs the command, and collects notices.
   *
   * @param reporter hears of the progress
   * @param notices receives sentences
   */
  private record ReportingMonitor(Reporter reporter, List<String> notices)
      implements TrainingMonitor {
    @Override
    public void begin(String phase, long total) {
      String capital = phase.substring(0, 1).toUpperCase(Locale.ROOT);
      reporter.begin(capital + phase.substring(1), Math.max(1, total));
    }

    @Override
    public void advance(long amount) {
      reporter.advance(amount);
    }

    @Override
    public void notice(String sentence) {
      notices.add(sentence);
    }
  }
}

package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.EstimateReasons;
import org.limpid.estimator.FeatureText;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.ModelEstimator;
import org.limpid.estimator.UpdateSettings;
import org.limpid.estimator.WeeklyEstimator;
import org.limpid.experiment.simulate.ModelPredictions;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.explain.story.EstimateStory;
import org.limpid.explain.text.Calendar;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.text.NumberText;
import org.limpid.models.ModelFolder;
import org.limpid.models.TrainedModels;
import org.limpid.results.RunData;
import org.limpid.simulation.event.DecisionLog;

/**
 * Asks models what made the estimate of a job. A run that learnt every week is taken up to the
 * moment of the estimate, so that the model that was in force then is trained again.
 */
final class EstimateQuestion {

  private final SimulationData data;
  private final TrainedModels models;
  private final RunEvents events;
  private final Calendar calendar;

  private EstimateQuestion(
      ExplainedRun run, SimulationData data, TrainedModels models, DecisionLog log) {
    this.data = data;
    this.models = models;
    events = RunEvents.of(log, data.trace());
    calendar = run.calendar();
  }

  /** Asks about the jobs of a run; refuses data that are not those of the run. */
  static EstimateQuestion of(ExplainedRun run, Path models, Optional<Path> given, DecisionLog log) {
    Optional<DatasetReader> reader = RunData.found(run.folder().description(), given);
    if (reader.isEmpty()) {
      throw new DataException(
          new Problem(
              "--models",
              0,
              "",
              "",
              "expected the data set of the run beside the models, as features are made of it",
              "Maybe say with --data where it is."));
    }
    SimulationData data = SimulationData.read(reader.get().folder(), run.options().span());
    return new EstimateQuestion(run, data, ModelFolder.read(models), log);
  }

  /** The estimate of a row that was made at a second, with its reasons. */
  EstimateStory answer(EstimateStory known, int row, long second) {
    return ExplainedRun.isLearntInRun(known.source())
        ? learnt(known, row, second)
        : byModel(known, row, second, "");
  }

  private EstimateStory learnt(EstimateStory known, int row, long second) {
    UpdateSettings weekly = ModelPredictions.updates(models, data);
    UpdateSettings shortened = weekly.at(weekly.schedule().onlyLast(second));
    for (UpdateSettings settings : new UpdateSettings[] {shortened, weekly}) {
      WeeklyEstimator estimator = new WeeklyEstimator(data.trace(), settings);
      events.tell(estimator, second);
      if (estimator.estimateSeconds(row, second) == known.seconds()) {
        return estimator
            .explain(row, second)
            .map(reasons -> known.because(inForce(reasons), story(reasons)))
            .orElse(
                known.from(
                    "The estimate is the recent duration of like jobs: no model was trained yet."));
      }
    }
    return byModel(
        known, row, second, " The model that made it can't be trained again with these models.");
  }

  private String inForce(EstimateReasons reasons) {
    return "The estimate was made by the model in force at that time, which was trained on jobs submitted from %s to %s."
        .formatted(
            calendar.text(reasons.model().firstSubmission()),
            calendar.text(reasons.model().lastSubmission()));
  }

  private EstimateStory byModel(EstimateStory known, int row, long second, String remark) {
    if (models.durations().isEmpty()) {
      return known.from(known.source() + remark + " The models have none of durations.");
    }
    JobDurationModel model = models.durations().get();
    ModelEstimator estimator = new ModelEstimator(model, data.trace(), data.reader().origin());
    events.tell(estimator, second);
    String source =
        "%s%s Below is what the model of %s says, which had no part in it."
            .formatted(known.source(), remark, models.origin().dataset());
    return estimator
        .explain(row, second)
        .map(reasons -> known.because(source, story(reasons)))
        .orElse(known);
  }

  private static EstimateStory.Reasons story(EstimateReasons reasons) {
    PredictionExplanation explanation = reasons.explanation();
    DurationScale scale = reasons.model().scale();
    boolean factors = scale.isOfFactors();
    return new EstimateStory.Reasons(
        scale.target(),
        scores(scale),
        explanation.intercept().getFirst(),
        explanation.contributions().stream()
            .map(each ->
                new EstimateStory.Term(
                    each.term(),
                    factors ? words(each.term(), each.value()) : value(each.value()),
                    each.scores().getFirst()))
            .toList(),
        explanation.scores().getFirst(),
        reasons.seconds());
  }

  private static EstimateStory.Scores scores(DurationScale scale) {
    return switch (scale) {
      case SECONDS -> EstimateStory.Scores.SECONDS;
      case LOGARITHM -> EstimateStory.Scores.LOGARITHMS;
      case MEDIAN_FACTORS, MEAN_FACTORS -> EstimateStory.Scores.FACTORS;
    };
  }

  /** The value of a feature for people: times and counts in place of their logarithms. */
  private static String words(String feature, String text) {
    return written(text, FeatureText.of(feature).orElse(NumberText::rounded));
  }

  /** Numbers in few digits. */
  private static String value(String text) {
    return Arrays.stream(text.split(" & "))
        .map(part -> written(part, NumberText::rounded))
        .collect(Collectors.joining(" & "));
  }

  /** Texts that are no numbers, such as dates, as they are. */
  private static String written(String text, DoubleFunction<String> number) {
    try {
      return number.apply(NumberText.parse(text));
    } catch (NumberFormatException _) {
      return text;
    }
  }
}

package org.limpid.plots.explain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.TrainingJobs;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.models.ModelFolder;
import org.limpid.plots.observation.Observations;

/**
 * Estimates of durations as Lucid trains them in a run: on every Monday anew, on the jobs that have
 * ended until then.
 */
final class WeeklyDurations {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private WeeklyDurations() {}

  /**
   * The models by what they have seen: {@code until 7 Sep}. Weeks with too few jobs are left out.
   *
   * @param folder tells what the models may look at
   */
  static Map<String, EbmModel> of(ModelFolder folder, DatasetReader data) {
    DurationKind kind =
        folder
            .durations()
            .map(JobDurationModel::kind)
            .orElse(new DurationKind(FeatureSet.WITHOUT_PROFILE, DurationForm.READABLE));
    Trace trace = Observations.firstJobs(data.trace());
    Map<String, EbmModel> models = new LinkedHashMap<>();
    LocalDateTime last = data.origin().plusSeconds(lastSecond(trace));
    LocalDate monday =
        data.origin()
            .plusSeconds(data.startSeconds())
            .toLocalDate()
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (; monday.atStartOfDay().isBefore(last); monday = monday.plusWeeks(1)) {
      long until = ChronoUnit.SECONDS.between(data.origin(), monday.atStartOfDay());
      train(trace, data.origin(), kind, until, models, "until " + DAY.format(monday));
    }
    return models;
  }

  private static void train(
      Trace trace,
      LocalDateTime origin,
      DurationKind kind,
      long until,
      Map<String, EbmModel> models,
      String label) {
    try {
      JobDurationModel model =
          WorkloadEstimator.train(
              kind.quickTrainer(), trace, origin, TrainingJobs.endedBefore(until));
      if (model.model() instanceof EbmModel ebm) {
        models.put(label, ebm);
      }
    } catch (DataException _) {
      // Too few jobs, or all of them last equally long: there is nothing to compare.
    }
  }

  private static long lastSecond(Trace trace) {
    long last = Long.MIN_VALUE;
    for (int row = 0; row < trace.size(); row++) {
      last = Math.max(last, trace.submitSeconds(row));
    }
    return trace.size() == 0 ? 0 : last;
  }
}

package org.limpid.experiment.compare;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.FeatureSet;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.TrainingJobs;
import org.limpid.estimator.WorkloadEstimator;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.Table;

/**
 * Contests on durations: jobs of the first 70 % of the days are learnt from, those of the other
 * days predicted, from what was known at their submission. All learn ln(1 + seconds); predictions
 * come back by e^x - 1 and are clipped to 1 .. the longest duration learnt from.
 */
final class WorkloadContests {
  private final Trace trace;
  private final LocalDateTime origin;
  private final long split;
  private final int[] training;
  private final int[] test;

  WorkloadContests(Trace trace, LocalDateTime origin) {
    this.trace = trace;
    this.origin = origin;
    split = TrainingJobs.splitSeconds(trace, origin);
    training = rows(true);
    test = rows(false);
    if (training.length < WorkloadTrainer.FEWEST_JOBS || test.length == 0) {
      throw new DataException(tooFew());
    }
  }

  private int[] rows(boolean before) {
    return IntStream.range(0, trace.size())
        .filter(row -> trace.submitSeconds(row) < split == before)
        .toArray();
  }

  private Problem tooFew() {
    return Problem.of(
        "trace",
        "expected %d or more jobs to learn from and others to predict, found %d and %d"
            .formatted(WorkloadTrainer.FEWEST_JOBS, training.length, test.length),
        "Maybe use a longer trace.");
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (FeatureSet features : sets()) {
      Contest contest = contest(features);
      entries.add(
          Entry.own(
              contest, List.of("calibrated ebm", Learner.EBM), () -> estimated(contest, features)));
      Entry.of(contest).filter(entry -> !entry.isOf(Learner.EBM)).forEach(entries::add);
    }
    return entries;
  }

  private List<FeatureSet> sets() {
    return trace.workloadProfiles().isEmpty()
        ? List.of(FeatureSet.WITHOUT_PROFILE)
        : List.of(FeatureSet.WITHOUT_PROFILE, FeatureSet.WITH_PROFILE);
  }

  Contest contest(FeatureSet features) {
    Table table = Contest.varying(WorkloadEstimator.table(trace, origin, features), training);
    double[] seconds =
        IntStream.range(0, trace.size()).mapToDouble(trace::durationSeconds).toArray();
    double[] logarithms = Arrays.stream(seconds).map(StrictMath::log1p).toArray();
    double longest = IntStream.of(training).mapToDouble(row -> seconds[row]).max().orElseThrow();
    return new Contest(
        ComparedModel.WORKLOAD,
        "duration " + features.setName().replace('-', ' '),
        features.readsProfiles() && ProfileLeak.isIn(trace),
        TrainingSet.of(table, new Target.Numbers(DurationScale.LOGARITHM.target(), logarithms)),
        List.of(new Contest.Fold(training, test)),
        logarithm -> Math.clamp(StrictMath.expm1(logarithm), 1, Math.max(1, longest)),
        seconds,
        TrainerCatalog.Loss.ABSOLUTE_ERROR,
        WorkloadTrainer.ebm(features, 1).learner());
  }

  /** The estimate as it is used, and without its calibration: one fit for both. */
  private List<ContestRun.Outcome> estimated(Contest contest, FeatureSet features) {
    long begun = ContestRun.cpuNanos();
    JobDurationModel model =
        WorkloadEstimator.train(
            WorkloadTrainer.ebm(features, 1),
            trace,
            origin,
            new TrainingJobs(Long.MIN_VALUE, split, false));
    long nanos = ContestRun.cpuNanos() - begun;
    double[] logarithms = model.model().predict(contest.data().inputs().rows(test)).values();
    long size = ContestRun.byteCount(model.model());
    return Stream.<DoubleUnaryOperator>of(model::seconds, contest.outcome())
        .map(outcome -> Arrays.stream(logarithms).map(outcome).toArray())
        .map(seconds -> new ContestRun.Outcome(seconds, nanos, size))
        .toList();
  }

  /**
   * Whether profiles give durations away, as in the traces of Lucid: there every deep-learning
   * model stands for one class of durations, at most 3 h, at most 10 h, or longer.
   */
  static final class ProfileLeak {
    private static final long SHORT_SECONDS = 3 * 3_600;
    private static final long MEDIUM_SECONDS = 10 * 3_600;

    private ProfileLeak() {}

    /** Whether no model has jobs of two classes, and there are two classes or more. */
    static boolean isIn(Trace trace) {
      Map<String, Integer> classes = new HashMap<>();
      for (int row = 0; row < trace.size(); row++) {
        WorkloadProfile profile = trace.workloadProfile(row);
        if (profile != null) {
          int own = durationClass(trace.durationSeconds(row));
          Integer before = classes.put(profile.workload().model(), own);
          if (before != null && before != own) {
            return false;
          }
        }
      }
      return classes.values().stream().distinct().count() > 1;
    }

    private static int durationClass(long seconds) {
      return seconds <= SHORT_SECONDS ? 0 : seconds <= MEDIUM_SECONDS ? 1 : 2;
    }
  }
}

package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.survival.PeriodClasses;
import org.limpid.interpret.survival.SurvivalTrainer;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Trains a survival model on durations and a column that tells which of them have ended. */
final class SurvivalTraining {
  private static final Set<String> YES = Set.of("yes", "true", "1", "1.0");
  private static final Set<String> NO = Set.of("no", "false", "0", "0.0");

  private final TrainingRequest request;
  private final String event;
  private final TrainingSet durations;
  private final boolean[] ended;

  /**
   * Reads the rows.
   *
   * @param request its target are durations
   * @param event the column that tells whether a duration has ended
   * @param notices receives how the file was understood
   */
  SurvivalTraining(TrainingRequest request, String event, List<String> notices) {
    this.request = request;
    this.event = event;
    TrainingData data = TrainingData.read(request);
    notices.addAll(data.notices());
    durations = data.set();
    Table table = TrainingData.table(request, request.csv(), durations.inputs().reading());
    ended = ended(table.column(event), table);
  }

  /** For every row whether it has ended, from a column of numbers or texts. */
  static boolean[] ended(Column column, Table table) {
    boolean[] ended = new boolean[column.size()];
    Problems problems = new Problems();
    for (int row = 0; row < ended.length; row++) {
      String text = column.text(row).toLowerCase(Locale.ROOT);
      double number = column instanceof NumericColumn numbers ? numbers.value(row) : Double.NaN;
      ended[row] = YES.contains(text) || number == 1;
      if (!ended[row] && !NO.contains(text) && number != 0) {
        problems.add(
            table.problem(
                row,
                column,
                "expected 1, yes or true where it has ended, 0, no or false where it goes on",
                "Maybe another column was meant."));
      }
    }
    problems.throwIfAny();
    return ended;
  }

  EbmModel run(TrainingMonitor monitor) {
    int seen = 0;
    for (boolean each : ended) {
      seen += each ? 1 : 0;
    }
    monitor.notice(
        String.format(
            Locale.ROOT,
            "Of %,d durations %,d have ended; the others lasted at least as long.",
            ended.length,
            seen));
    Task hazard = new Task.Classification(PeriodClasses.NAMES);
    EbmTrainer trainer =
        new EbmTrainer(Trainers.ebmParameters(request.recipe(), hazard), request.threads());
    return new SurvivalTrainer(trainer, SurvivalTrainer.PERIODS)
        .train(durations, ended, event, monitor)
        .hazards();
  }

  /** What to say where a model of survival is no use. */
  static DataException unfit(Path model, String purpose) {
    return new DataException(
        Problem.ofFile(
            model,
            "the model tells how long something lasts, which is no use for " + purpose,
            "Maybe use model predict or model explain."));
  }
}

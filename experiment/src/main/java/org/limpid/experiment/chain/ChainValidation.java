package org.limpid.experiment.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limpid.data.io.CsvTable;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.models.tool.OutputFile;

/** What chains of two jobs become under learnt policies, and under what they are compared to. */
public final class ChainValidation {
  private ChainValidation() {}

  /**
   * Runs all methods in all windows and writes a row for each.
   *
   * @param models folder that {@link ChainTraining} made: all of its policies for the price count
   * @throws DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if the data can't serve
   */
  public static ValidationReport run(
      ChainRequest request, Path models, GapPrice price, OutputFile file, Reporter reporter) {
    file.check();
    ChainWindows windows = ChainWindows.read(request);
    ChainComparison comparison =
        ChainComparison.of(windows, policies(models, price, windows), reporter);
    new CsvTable().write(file.path(), file.overwrite(), ChainComparison.COLUMNS, comparison::write);
    return new ValidationReport(request.nodes(), price, comparison.outcomes());
  }

  private static Map<String, ChainPolicy> policies(
      Path models, GapPrice price, ChainWindows windows) {
    LearnerChoice.requireModules(models, price);
    Map<String, ChainPolicy> policies = new LinkedHashMap<>();
    for (ChainLearner learner : LearnerChoice.all()) {
      Path file = models.resolve(LearnerChoice.fileName(learner, price));
      if (learner.keepsFiles() && Files.isRegularFile(file)) {
        policies.put(learner.name(), learner.read(file, windows.origin()));
      }
    }
    if (policies.isEmpty()) {
      throw missing(models, price);
    }
    return policies;
  }

  /**
   * The readable model for a price.
   *
   * @param models folder that {@link ChainTraining} made
   * @throws DataException if it isn't there, or is another kind of model
   */
  static EbmModel model(Path models, GapPrice price) {
    Path file = models.resolve(price.fileName());
    if (!Files.isRegularFile(file)) {
      throw missing(models, price);
    }
    return GlassBoxLearner.model(file);
  }

  private static DataException missing(Path models, GapPrice price) {
    return new DataException(
        Problem.ofFile(
            models.resolve(price.fileName()),
            "expected a model for a gap price of %s, found none".formatted(price),
            "Maybe train it: limpid chain train --gap-price %s.".formatted(price)));
  }
}

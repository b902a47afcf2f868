package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.service.InputFolders;
import picocli.CommandLine.Option;

/** The options that say what figures, tables and reports are made from. */
final class InputOptions {
  @Option(
      names = "--run",
      paramLabel = "RESULTS",
      description = "Results: a folder that 'limpid simulate' made.")
  private Optional<Path> run;

  @Option(
      names = "--models",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "MODELS",
      description =
          "Models: a folder that 'limpid train' made, or the file of a model. With more of them,"
              + " with commas between, drift compares their shapes.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set: a folder with dataset.json.")
  private Optional<Path> data;

  @Option(
      names = "--table7",
      paramLabel = "COMPARISON",
      description = "Comparison of learners: a folder that 'limpid table7' made.")
  private Optional<Path> comparison;

  /**
   * The folders.
   *
   * @param csv a table with the columns that a model needs
   */
  InputFolders value(Optional<Path> csv) {
    return new InputFolders(run, models, data, comparison, csv);
  }

  boolean isGiven(InputKind need) {
    return switch (need) {
      case RUN, WAITS -> run.isPresent();
      case MODELS -> !models.isEmpty();
      case DATA -> data.isPresent();
      case COMPARISON -> comparison.isPresent();
    };
  }

  boolean isEmpty() {
    return run.isEmpty() && models.isEmpty() && data.isEmpty() && comparison.isEmpty();
  }
}

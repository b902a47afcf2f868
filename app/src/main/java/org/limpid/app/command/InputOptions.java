package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.service.InputFolders;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what figures, tables and reports are made from. */
final class InputOptions {
  @Mixin private SharedOptions.RunAndData folders;

  @Option(
      names = {"--models", "--model"},
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "MODELS",
      description =
          "Models: a folder that 'limpid train' made, or the file of a model. With more of them,"
              + " with commas between, drift compares their shapes.")
  private List<Path> models = new ArrayList<>();

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
    return new InputFolders(folders.run(), models, folders.data(), comparison, csv);
  }

  boolean isGiven(InputKind need) {
    return switch (need) {
      case RUN, WAITS -> folders.run().isPresent();
      case MODELS -> !models.isEmpty();
      case DATA -> folders.data().isPresent();
      case COMPARISON -> comparison.isPresent();
    };
  }

  boolean isEmpty() {
    return folders.run().isEmpty()
        && models.isEmpty()
        && folders.data().isEmpty()
        && comparison.isEmpty();
  }
}

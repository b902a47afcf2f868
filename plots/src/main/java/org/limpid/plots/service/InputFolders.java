package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.compare.ComparisonFolder;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;

/**
 * Folders that figures and tables are made from; not all of them need be given.
 *
 * @param models trained models: the first are shown, all are compared
 * @param csv a table with the columns that a model needs
 */
public record InputFolders(
    Optional<Path> run,
    List<Path> models,
    Optional<Path> data,
    Optional<Path> comparison,
    Optional<Path> csv) {
  public InputFolders {
    Objects.requireNonNull(run, "run");
    models = List.copyOf(models);
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(csv, "csv");
  }

  /** Whether there is nothing but models and a table. */
  boolean isModelAndTable() {
    return csv.isPresent() && run.isEmpty() && data.isEmpty() && comparison.isEmpty();
  }

  /**
   * Opens all of them.
   *
   * @throws org.limpid.files.DataException if one can't be read
   */
  public PlotInputs open() {
    List<ModelFolder> opened = models.stream().map(ModelFolder::open).toList();
    return new PlotInputs(
        run.map(RunFolder::open),
        opened.stream().findFirst(),
        data.map(DatasetReader::open),
        opened.stream().skip(1).toList(),
        csv,
        comparison.map(ComparisonFolder::open));
  }
}

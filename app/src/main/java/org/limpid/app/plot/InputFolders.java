package org.limpid.app.plot;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.plots.comparison.ComparisonFolder;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.model.ModelFolder;
import org.limpid.plots.run.RunFolder;

/**
 * Folders that figures and tables are made from; not all of them need be given.
 *
 * @param run results of a simulation
 * @param models trained models
 * @param data data set
 * @param comparison comparison of learners
 */
public record InputFolders(
    Optional<Path> run, Optional<Path> models, Optional<Path> data, Optional<Path> comparison) {
  public InputFolders {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(comparison, "comparison");
  }

  /**
   * Opens them.
   *
   * @throws org.limpid.files.DataException if one is not what it should be
   */
  Inputs open() {
    return new Inputs(
        run.map(RunFolder::open),
        models.map(ModelFolder::open),
        data.map(DatasetReader::open),
        comparison.map(ComparisonFolder::open));
  }
}

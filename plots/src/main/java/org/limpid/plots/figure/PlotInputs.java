package org.limpid.plots.figure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.compare.ComparisonFolder;
import org.limpid.models.ModelFolder;
import org.limpid.results.RunFolder;

/**
 * What figures are made from; not all of it need be there.
 *
 * @param otherModels models to compare {@code modelFolder} with, in their order in time
 * @param table a CSV file with the columns that a model needs
 */
public record PlotInputs(
    Optional<RunFolder> runFolder,
    Optional<ModelFolder> modelFolder,
    Optional<DatasetReader> dataset,
    List<ModelFolder> otherModels,
    Optional<Path> table,
    Optional<ComparisonFolder> comparisonFolder) {
  public PlotInputs {
    otherModels = List.copyOf(otherModels);
  }

  /** Only the results of a simulation. */
  public static PlotInputs of(RunFolder run) {
    return new PlotInputs(
        Optional.of(run),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Which inputs are there. */
  public Set<InputKind> given() {
    Set<InputKind> given = EnumSet.noneOf(InputKind.class);
    runFolder.ifPresent(_ -> given.add(InputKind.RUN));
    runFolder
        .filter(run -> !run.policiesWithWaits().isEmpty())
        .ifPresent(_ -> given.add(InputKind.WAITS));
    modelFolder.ifPresent(_ -> given.add(InputKind.MODELS));
    dataset.ifPresent(_ -> given.add(InputKind.DATA));
    comparisonFolder.ifPresent(_ -> given.add(InputKind.COMPARISON));
    return given;
  }

  /** The results of a simulation; they have to be there. */
  public RunFolder run() {
    return runFolder.orElseThrow();
  }

  /** The models; they have to be there. */
  public ModelFolder models() {
    return modelFolder.orElseThrow();
  }

  /** The data set; it has to be there. */
  public DatasetReader data() {
    return dataset.orElseThrow();
  }

  /** The comparison of learners; it has to be there. */
  public ComparisonFolder comparison() {
    return comparisonFolder.orElseThrow();
  }
}

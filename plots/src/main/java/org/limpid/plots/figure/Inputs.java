package org.limpid.plots.figure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.io.DatasetReader;
import org.limpid.models.ModelFolder;
import org.limpid.plots.comparison.ComparisonFolder;
import org.limpid.results.RunFolder;

/**
 * What figures are made from; not all of it need be there.
 *
 * @param runFolder results of a simulation
 * @param modelFolder trained models
 * @param dataset a data set
 * @param otherModels models to compare {@code modelFolder} with, in their order in time
 * @param table a CSV file with the columns that a model needs
 * @param comparisonFolder a comparison of learners
 */
public record Inputs(
    Optional<RunFolder> runFolder,
    Optional<ModelFolder> modelFolder,
    Optional<DatasetReader> dataset,
    List<ModelFolder> otherModels,
    Optional<Path> table,
    Optional<ComparisonFolder> comparisonFolder) {
  public Inputs {
    Objects.requireNonNull(runFolder, "runFolder");
    Objects.requireNonNull(modelFolder, "modelFolder");
    Objects.requireNonNull(dataset, "dataset");
    otherModels = List.copyOf(otherModels);
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(comparisonFolder, "comparisonFolder");
  }

  /** Inputs with nothing to compare, and no CSV file. */
  public Inputs(
      Optional<RunFolder> runFolder,
      Optional<ModelFolder> modelFolder,
      Optional<DatasetReader> dataset) {
    this(runFolder, modelFolder, dataset, List.of(), Optional.empty(), Optional.empty());
  }

  /** Only the results of a simulation. */
  public static Inputs of(RunFolder run) {
    return new Inputs(Optional.of(run), Optional.empty(), Optional.empty());
  }

  /** The same with a comparison of learners. */
  public Inputs with(ComparisonFolder comparison) {
    return new Inputs(runFolder, modelFolder, dataset, otherModels, table, Optional.of(comparison));
  }

  /** Which inputs are there. */
  public Set<Need> given() {
    Set<Need> given = EnumSet.noneOf(Need.class);
    runFolder.ifPresent(_ -> given.add(Need.RUN));
    runFolder
        .filter(run -> !run.policiesWithWaits().isEmpty())
        .ifPresent(_ -> given.add(Need.WAITS));
    modelFolder.ifPresent(_ -> given.add(Need.MODELS));
    dataset.ifPresent(_ -> given.add(Need.DATA));
    comparisonFolder.ifPresent(_ -> given.add(Need.COMPARISON));
    return given;
  }

  /**
   * The results of a simulation.
   *
   * @throws NoSuchElementException if there are none
   */
  public RunFolder run() {
    return runFolder.orElseThrow();
  }

  /**
   * The models.
   *
   * @throws NoSuchElementException if there are none
   */
  public ModelFolder models() {
    return modelFolder.orElseThrow();
  }

  /**
   * The data set.
   *
   * @throws NoSuchElementException if there is none
   */
  public DatasetReader data() {
    return dataset.orElseThrow();
  }

  /**
   * The comparison of learners.
   *
   * @throws NoSuchElementException if there is none
   */
  public ComparisonFolder comparison() {
    return comparisonFolder.orElseThrow();
  }
}

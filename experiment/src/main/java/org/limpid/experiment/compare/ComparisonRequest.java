package org.limpid.experiment.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to compare.
 *
 * @param data folder of the data set
 * @param out folder for the results; empty: nothing is written
 * @param overwrite whether older results may be replaced
 * @param models which models, in the order of the table
 * @param threads fits at the same time, each on a thread of its own; results don't depend on it
 * @param commandLine the words of the command, for {@code run.json}
 */
public record ComparisonRequest(
    Path data,
    Optional<Path> out,
    boolean overwrite,
    List<ComparedModel> models,
    int threads,
    List<String> commandLine) {
  public ComparisonRequest {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(out, "out");
    models = List.copyOf(models);
    commandLine = List.copyOf(commandLine);
  }
}

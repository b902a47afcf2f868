package org.limpid.app.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to reproduce.
 *
 * @param data folder of the data set
 * @param out folder for models and results, which replace those of an earlier run
 * @param policies names of policies, in the order of the results
 * @param reference whether to behave like the published artifact, with the published predictions
 * @param threads threads to use; results don't depend on it
 * @param commandLine the words of the command, for {@code run.json} and {@code models.json}
 */
public record ReproduceRequest(
    Path data,
    Path out,
    List<String> policies,
    boolean reference,
    int threads,
    List<String> commandLine) {
  public ReproduceRequest {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(out, "out");
    policies = List.copyOf(policies);
    commandLine = List.copyOf(commandLine);
  }

  /** Folder for the models. */
  public Path models() {
    return out.resolve("models");
  }

  /** Folder for the results. */
  public Path results() {
    return out.resolve("results");
  }
}

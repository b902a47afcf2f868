package org.limpid.app.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to reproduce.
 *
 * @param data folder of the data set
 * @param out folder for models, results and report, which replace those of an earlier run
 * @param policies names of policies, in the order of the results
 * @param reference whether to behave like the published artifact, with the published predictions
 * @param comparing whether to compare readable models with black boxes, too
 * @param threads threads to use; results don't depend on it
 * @param commandLine the words of the command, for {@code run.json} and {@code models.json}
 */
public record ReproduceRequest(
    Path data,
    Path out,
    List<String> policies,
    boolean reference,
    boolean comparing,
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

  /** Folder for the comparison of learners. */
  public Path comparison() {
    return out.resolve("table7");
  }

  /** Folder for the report, with all figures and tables. */
  public Path report() {
    return out.resolve("report");
  }
}

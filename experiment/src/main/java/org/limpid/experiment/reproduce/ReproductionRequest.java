package org.limpid.experiment.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.TreeMap;
import org.limpid.data.io.DatasetWriter;
import org.limpid.experiment.compare.Comparison;
import org.limpid.experiment.simulate.Simulation;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Problems;
import org.limpid.models.ModelsTraining;

/**
 * What to reproduce.
 *
 * @param data folder of the data set
 * @param out folder for models, results and report
 * @param overwrite whether they may replace those of an earlier run
 * @param policies names of policies, in the order of the results
 * @param reference whether to behave like the published artifact, with the published predictions
 * @param comparing whether to compare readable models with black boxes, too
 * @param threads threads to use; results don't depend on it
 * @param commandLine the words of the command, for {@code run.json} and {@code models.json}
 */
public record ReproductionRequest(
    Path data,
    Path out,
    boolean overwrite,
    List<String> policies,
    boolean reference,
    boolean comparing,
    int threads,
    List<String> commandLine) {
  public ReproductionRequest {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(out, "out");
    policies = List.copyOf(policies);
    commandLine = List.copyOf(commandLine);
  }

  /**
   * Refuses what is in the way, all of it at once and before any work is done.
   *
   * @param generating whether the data set is made, too
   * @param reportKind how a folder with a report is marked
   * @throws org.limpid.files.DataException if a folder is there that may not be replaced
   */
  public void requireFree(boolean generating, String reportKind) {
    Map<Path, String> kinds = new TreeMap<>();
    kinds.put(models(), ModelsTraining.KIND);
    kinds.put(results(), Simulation.KIND);
    kinds.put(comparison(), Comparison.KIND);
    kinds.put(report(), reportKind);
    if (generating) {
      kinds.put(data, DatasetWriter.KIND);
    }
    Problems problems = new Problems();
    for (Entry<Path, String> each : kinds.entrySet()) {
      AtomicFolder.check(each.getKey(), each.getValue(), overwrite).ifPresent(problems::add);
    }
    problems.throwIfAny();
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

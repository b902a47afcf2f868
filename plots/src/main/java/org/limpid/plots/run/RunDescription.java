package org.limpid.plots.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;

/**
 * What {@code run.json} says of a run.
 *
 * @param version of Limpid
 * @param command the words of the command
 * @param dataset name of the data set
 * @param dataHash hash over its files
 * @param dataFolder where it was
 * @param jobCount jobs simulated
 * @param seed of random placement
 * @param startSeconds when the run starts, seconds since the origin of the data set
 * @param policies in their order
 * @param predictions where predictions came from, a sentence each
 */
public record RunDescription(
    String version,
    List<String> command,
    String dataset,
    String dataHash,
    String dataFolder,
    long jobCount,
    long seed,
    long startSeconds,
    List<String> policies,
    List<String> predictions) {
  private static final String FORMAT = "limpid-run/1";

  public RunDescription {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(dataHash, "dataHash");
    Objects.requireNonNull(dataFolder, "dataFolder");
    command = List.copyOf(command);
    policies = List.copyOf(policies);
    predictions = List.copyOf(predictions);
  }

  /**
   * Reads the file.
   *
   * @throws org.limpid.files.DataException if it is not of a simulation
   */
  static RunDescription read(Path file) {
    Problems problems = new Problems();
    RunDescription description;
    try (JsonSection run = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      description = of(run);
      ignoreOthers(run);
    }
    problems.throwIfAny();
    return description;
  }

  private static RunDescription of(JsonSection run) {
    run.oneOf("format", List.of(FORMAT));
    try (JsonSection data = run.section("data");
        JsonSection options = run.section("options")) {
      RunDescription description =
          new RunDescription(
              run.anyText("version"),
              run.texts("command"),
              data.anyText("name"),
              data.anyText("sha256"),
              data.anyText("folder"),
              data.wholeNumber("jobs", 0, Long.MAX_VALUE),
              run.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE),
              options.wholeNumber("startSeconds", Long.MIN_VALUE, Long.MAX_VALUE),
              options.texts("policies"),
              run.has("predictions") ? run.texts("predictions") : List.of());
      ignoreOthers(data);
      ignoreOthers(options);
      return description;
    }
  }

  private static void ignoreOthers(JsonSection section) {
    section.ignore(section.unknown().toArray(String[]::new));
  }
}

package org.limpid.results;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.TimeHints;
import org.limpid.files.json.JsonSection;
import tools.jackson.databind.json.JsonMapper;

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
 * @param origin the moment from which seconds count, if the run says it
 * @param startSeconds when the run starts, seconds since the origin of the data set
 * @param countFromSeconds first submission that tables and figures of jobs tell of; empty: all
 * @param policies in their order
 * @param artifacts what simulators of published artifacts ran, by policy with what was chosen
 * @param predictions where predictions came from, a sentence each
 * @param notices what is to be known of the data, a sentence each
 */
public record RunDescription(
    String version,
    List<String> command,
    String dataset,
    String dataHash,
    String dataFolder,
    long jobCount,
    long seed,
    Optional<LocalDateTime> origin,
    long startSeconds,
    OptionalLong countFromSeconds,
    List<String> policies,
    Map<String, Map<String, Object>> artifacts,
    List<String> predictions,
    List<String> notices) {
  private static final String FORMAT = "limpid-run/1";
  private static final String ARTIFACTS = "artifacts";
  private static final Pattern FOLDER = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,100}");

  /** The key of what was published. */
  public static final String ARTIFACT = "artifact";

  public RunDescription {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(dataHash, "dataHash");
    Objects.requireNonNull(dataFolder, "dataFolder");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(countFromSeconds, "countFromSeconds");
    command = List.copyOf(command);
    policies = List.copyOf(policies);
    artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
    predictions = List.copyOf(predictions);
    notices = List.copyOf(notices);
  }

  /** A copy in which simulators of published artifacts ran some of the policies. */
  public RunDescription withArtifacts(Map<String, Map<String, Object>> others) {
    return new RunDescription(
        version,
        command,
        dataset,
        dataHash,
        dataFolder,
        jobCount,
        seed,
        origin,
        startSeconds,
        countFromSeconds,
        policies,
        others,
        predictions,
        notices);
  }

  /**
   * Writes the file.
   *
   * @param folder of the run
   * @param options how it was run
   * @param seconds wall-clock time per phase
   * @throws DataException if it can't be written
   */
  public void write(Path folder, RunOptions options, Map<String, Double> seconds) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", dataset);
    data.put("folder", dataFolder);
    origin.ifPresent(moment -> data.put("origin", moment.toString()));
    data.put("sha256", dataHash);
    data.put("jobs", jobCount);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("format", FORMAT);
    run.put("version", version);
    run.put("command", command);
    run.put("data", data);
    run.put("seed", seed);
    run.put("options", options.toMap(policies, startSeconds, countFromSeconds));
    if (!artifacts.isEmpty()) {
      run.put(ARTIFACTS, artifacts);
    }
    if (!predictions.isEmpty()) {
      run.put("predictions", predictions);
    }
    if (!notices.isEmpty()) {
      run.put("notices", notices);
    }
    run.put("seconds", seconds);
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(run);
    AtomicFiles.write(folder.resolve(RunFolder.RUN), out -> out.write(json));
  }

  static RunDescription read(Path file) {
    return JsonSection.read(file, RunDescription::of);
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
              data.path("folder"),
              data.wholeNumber("jobs", 0, Long.MAX_VALUE),
              run.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE),
              origin(data),
              options.wholeNumber("startSeconds", Long.MIN_VALUE, Long.MAX_VALUE),
              countFrom(options),
              policies(options),
              artifacts(run),
              texts(run, "predictions"),
              texts(run, "notices"));
      ignoreOthers(data);
      ignoreOthers(options);
      ignoreOthers(run);
      return description;
    }
  }

  /** Each is the name of a folder beside the file, not of one elsewhere. */
  private static List<String> policies(JsonSection options) {
    List<String> names = options.texts("policies");
    for (String name : names) {
      if (!FOLDER.matcher(name).matches() || name.startsWith(".")) {
        options.problem(
            "policies",
            "expected names of policies, found '%s'".formatted(name),
            RunFolder.CHANGED);
      }
    }
    return names;
  }

  /** By policy what was published; what was chosen is for people. */
  private static Map<String, Map<String, Object>> artifacts(JsonSection run) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    if (run.has(ARTIFACTS)) {
      try (JsonSection artifacts = run.section(ARTIFACTS)) {
        for (String policy : artifacts.unknown()) {
          try (JsonSection own = artifacts.section(policy)) {
            all.put(policy, Map.of(ARTIFACT, own.anyText(ARTIFACT)));
            ignoreOthers(own);
          }
        }
      }
    }
    return all;
  }

  private static List<String> texts(JsonSection run, String key) {
    return run.has(key) ? run.texts(key) : List.of();
  }

  private static Optional<LocalDateTime> origin(JsonSection data) {
    if (!data.has("origin")) {
      return Optional.empty();
    }
    String text = data.anyText("origin");
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException unreadable) {
      data.problem("origin", "expected a date-time, found '%s'".formatted(text), "");
      return Optional.empty();
    }
  }

  private static OptionalLong countFrom(JsonSection options) {
    if (options.has("countFromSeconds")) {
      return OptionalLong.of(
          options.wholeNumber("countFromSeconds", Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (options.has("countFrom")) {
      options.problem(
          "countFrom",
          "expected countFromSeconds beside it",
          "Maybe an older version wrote this run; simulate again.");
    }
    return OptionalLong.empty();
  }

  static void ignoreOthers(JsonSection section) {
    section.ignore(section.unknown().toArray(String[]::new));
  }

  /**
   * A point in time, in seconds since the origin.
   *
   * @param option what it was given with, for the message
   * @param text seconds since the origin, or a date or date-time
   * @throws DataException if it is neither, or a date and the run does not say its origin
   */
  public long seconds(String option, String text) {
    try {
      return SubmissionSpan.seconds(text, () -> origin.orElseThrow(() -> noOrigin(option, text)));
    } catch (DateTimeException unreadable) {
      String expected =
          "expected seconds since the origin, or a date-time like 2020-09-05 or 2020-09-05T13:30";
      throw new DataException(new Problem(option, 0, "", text, expected, TimeHints.of(text)));
    }
  }

  private static DataException noOrigin(String option, String text) {
    return new DataException(
        new Problem(
            option,
            0,
            "",
            text,
            "expected seconds since the origin, as the run does not say which date that is",
            "Maybe an older version wrote this run; simulate again."));
  }
}

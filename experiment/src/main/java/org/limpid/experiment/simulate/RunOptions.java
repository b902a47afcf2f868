package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonPaths;
import org.limpid.files.json.JsonSection;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.LucidOptions;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Mend;
import org.limpid.simulation.policy.SharingMode;

/**
 * The options of a run as {@code run.json} tells them.
 *
 * @param semantics which accidents of the artifact are mended
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param models folder of the models; empty without any
 * @param modelsHash names their content; empty without any, and for runs that did not note it
 * @param predicted what they predict of workloads
 * @param sharing when jobs may share GPUs
 * @param settings what an operator may choose
 * @param span which submissions are simulated, and which of them count
 * @param sampleSeconds interval of the cluster series
 * @param seed seed of random placement
 */
public record RunOptions(
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    Optional<Path> models,
    Optional<String> modelsHash,
    Set<WorkloadPrediction> predicted,
    SharingMode sharing,
    SystemSettings settings,
    Span span,
    int sampleSeconds,
    long seed) {
  private static final String OLD = "Maybe an older version wrote this run; simulate again.";

  /**
   * Reads them.
   *
   * @param folder of the run
   * @throws org.limpid.files.DataException if they are not there
   */
  public static RunOptions read(Path folder) {
    Path file = folder.resolve(RunRecord.FILE_NAME);
    Problems problems = new Problems();
    RunOptions read;
    try (JsonSection run = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      try (JsonSection options = run.section("options")) {
        read = of(run, options);
        ignoreOthers(options);
      }
      ignoreOthers(run);
    }
    problems.throwIfAny();
    return read;
  }

  /** What was chosen about Lucid. */
  public LucidOptions lucid() {
    return settings.lucid();
  }

  private static RunOptions of(JsonSection run, JsonSection options) {
    if (run.has("predictions") && !options.has("models")) {
      options.problem("models", "expected the folder of the models", OLD);
    }
    return new RunOptions(
        semantics(options),
        placement(options),
        path(options, "estimates"),
        path(options, "models").map(Path::of),
        optional(options, "modelsSha256"),
        predicted(options),
        sharing(options),
        settings(options),
        new Span(
            optional(options, "from"), optional(options, "to"), optional(options, "countFrom")),
        (int) options.wholeNumber("sampleSeconds", 1, Integer.MAX_VALUE),
        run.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Optional<String> optional(JsonSection section, String key) {
    return section.has(key) ? Optional.of(section.text(key)) : Optional.empty();
  }

  private static Optional<String> path(JsonSection section, String key) {
    return section.has(key) ? Optional.of(JsonPaths.any(section, key)) : Optional.empty();
  }

  private static Semantics semantics(JsonSection options) {
    Set<Mend> mends = EnumSet.noneOf(Mend.class);
    for (String label : options.texts("mended")) {
      Arrays.stream(Mend.values())
          .filter(mend -> mend.label().equals(label))
          .findFirst()
          .ifPresentOrElse(
              mends::add,
              () -> options.problem("mended", "there is no '%s'".formatted(label), OLD));
    }
    return new Semantics(mends);
  }

  private static PlacementRule placement(JsonSection options) {
    List<String> labels = Arrays.stream(PlacementRule.values()).map(PlacementRule::label).toList();
    return PlacementRule.named(options.oneOf("placer", labels)).orElse(PlacementRule.CONSOLIDATE);
  }

  private static SharingMode sharing(JsonSection options) {
    List<String> labels = Arrays.stream(SharingMode.values()).map(SharingMode::label).toList();
    return SharingMode.named(options.oneOf("sharing", labels)).orElse(SharingMode.PREDICTED);
  }

  private static Set<WorkloadPrediction> predicted(JsonSection options) {
    List<String> labels = options.has("predicted") ? options.texts("predicted") : List.of();
    Set<WorkloadPrediction> predicted = EnumSet.noneOf(WorkloadPrediction.class);
    Arrays.stream(WorkloadPrediction.values())
        .filter(each -> labels.contains(each.label()))
        .forEach(predicted::add);
    return predicted;
  }

  private static SystemSettings settings(JsonSection options) {
    return new SystemSettings(
        number(options, "profilerNodes", 0, Integer.MAX_VALUE),
        number(options, "profilerSeconds", 1, Integer.MAX_VALUE),
        number(options, "profilerFactor", 1, Integer.MAX_VALUE),
        number(options, "sharingLimit", 0, LucidOptions.ANY_PAIR),
        number(options, "memoryMarginMib", 0, Integer.MAX_VALUE));
  }

  private static OptionalInt number(JsonSection options, String key, int least, int most) {
    return options.has(key)
        ? OptionalInt.of((int) options.wholeNumber(key, least, most))
        : OptionalInt.empty();
  }

  private static void ignoreOthers(JsonSection section) {
    section.ignore(section.unknown().toArray(String[]::new));
  }
}

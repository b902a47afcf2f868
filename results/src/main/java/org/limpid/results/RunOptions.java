package org.limpid.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.limpid.files.json.JsonSection;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;

/**
 * How policies were run: the part of {@code run.json} from which a run can be made again.
 *
 * @param semantics which accidents of the artifact are fixed
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param models what predicted; empty: the data set did
 * @param settings what was chosen about policies
 * @param span which submissions are simulated, and which of them count
 * @param sampleSeconds interval of the cluster series
 * @param explained whether decisions and causes of waits are written, too
 * @param threads threads that were used
 * @param replicas perturbed copies of the trace that are simulated, too
 * @param replicaKinds what is changed in them
 * @param seed seed of random placement
 */
public record RunOptions(
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    Optional<Models> models,
    Settings settings,
    SubmissionSpan span,
    int sampleSeconds,
    boolean explained,
    int threads,
    int replicas,
    List<String> replicaKinds,
    long seed) {
  /** What the key of fixes was called before. */
  private static final String FIXED_ONCE = "mended";

  private static final String OLD = "Maybe an older version wrote this run; simulate again.";

  public RunOptions {
    replicaKinds = List.copyOf(replicaKinds);
  }

  /**
   * The models of a run.
   *
   * @param folder where they were
   * @param hash names their content; empty for runs that did not note it
   * @param predicted what they predict of workloads
   */
  public record Models(Path folder, Optional<String> hash, Set<WorkloadPrediction> predicted) {
    public Models {
      predicted = Set.copyOf(predicted);
    }
  }

  /** The options for JSON, those of the span in seconds among them; null where nothing is said. */
  Map<String, Object> toMap(List<String> policies, long startSeconds, OptionalLong countFrom) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("policies", policies);
    map.put("fixed", semantics.fixes().stream().sorted().map(Fix::label).toList());
    map.put("placer", placement.label());
    map.put("estimates", estimates.orElse(null));
    models.ifPresent(used -> {
      map.put("models", used.folder().toString());
      map.put("modelsSha256", used.hash().orElse(null));
      map.put(
          "predicted", used.predicted().stream().sorted().map(WorkloadPrediction::label).toList());
    });
    map.putAll(settings.toMap(Policies.standard().options()));
    map.put("chosenByPolicies", ownChoices(policies));
    map.put("startSeconds", startSeconds);
    map.put("from", span.from().orElse(null));
    map.put("to", span.to().orElse(null));
    map.put("countFrom", span.countFrom().orElse(null));
    map.put("countFromSeconds", countFrom.isPresent() ? countFrom.getAsLong() : null);
    map.put("sampleSeconds", sampleSeconds);
    map.put("explained", explained);
    map.put("threads", threads);
    if (replicas > 0) {
      map.put("replicas", replicas);
      map.put("replicaKinds", replicaKinds);
    }
    return map;
  }

  /** By policy what it chooses itself, if it does. */
  private Map<String, Object> ownChoices(List<String> policies) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : policies) {
      Policies.standard()
          .named(name)
          .map(policy -> policy.about().ownChoices(settings))
          .filter(own -> !own.isEmpty())
          .ifPresent(own -> all.put(name, own));
    }
    return all;
  }

  static RunOptions read(Path file) {
    return JsonSection.read(
        file,
        run -> {
          try (JsonSection options = run.section("options")) {
            RunOptions read = of(run, options);
            RunDescription.ignoreOthers(options);
            RunDescription.ignoreOthers(run);
            return read;
          }
        });
  }

  private static RunOptions of(JsonSection run, JsonSection options) {
    if (run.has("predictions") && !options.has("models")) {
      options.problem("models", "expected the folder of the models", OLD);
    }
    return new RunOptions(
        semantics(options),
        placement(options),
        path(options, "estimates"),
        path(options, "models").map(folder -> models(Path.of(folder), options)),
        SettingsFile.read(options, Policies.standard().options()),
        new SubmissionSpan(
            optional(options, "from"), optional(options, "to"), optional(options, "countFrom")),
        (int) options.wholeNumber("sampleSeconds", 1, Integer.MAX_VALUE),
        options.has("explained") && options.flag("explained"),
        optional(options, "threads", 1),
        optional(options, "replicas", 0),
        options.has("replicaKinds") ? options.texts("replicaKinds") : List.of(),
        run.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static int optional(JsonSection options, String key, int otherwise) {
    return options.has(key) ? (int) options.wholeNumber(key, 0, Integer.MAX_VALUE) : otherwise;
  }

  private static Models models(Path folder, JsonSection options) {
    List<String> labels = options.has("predicted") ? options.texts("predicted") : List.of();
    Set<WorkloadPrediction> predicted = EnumSet.noneOf(WorkloadPrediction.class);
    Arrays.stream(WorkloadPrediction.values())
        .filter(each -> labels.contains(each.label()))
        .forEach(predicted::add);
    return new Models(folder, optional(options, "modelsSha256"), predicted);
  }

  private static Optional<String> optional(JsonSection section, String key) {
    return section.has(key) ? Optional.of(section.text(key)) : Optional.empty();
  }

  private static Optional<String> path(JsonSection section, String key) {
    return section.has(key) ? Optional.of(section.path(key)) : Optional.empty();
  }

  private static Semantics semantics(JsonSection options) {
    Set<Fix> fixes = EnumSet.noneOf(Fix.class);
    String key = options.has("fixed") ? "fixed" : FIXED_ONCE;
    for (String label : options.texts(key)) {
      Arrays.stream(Fix.values())
          .filter(fix -> fix.label().equals(label))
          .findFirst()
          .ifPresentOrElse(
              fixes::add, () -> options.problem(key, "there is no '%s'".formatted(label), OLD));
    }
    return new Semantics(fixes);
  }

  private static PlacementRule placement(JsonSection options) {
    List<String> labels = Arrays.stream(PlacementRule.values()).map(PlacementRule::label).toList();
    return PlacementRule.named(options.oneOf("placer", labels)).orElse(PlacementRule.CONSOLIDATE);
  }
}

package org.limpid.experiment.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.files.ClosestName;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Values;
import org.limpid.simulation.run.Policies;
import tools.jackson.core.JsonToken;

/** Reads what a sweep goes through; all that is wrong is noted as problems of the file. */
final class GridReader {
  private static final String FORMAT = "limpid-grid/1";
  private static final double MOST_LOAD = 1000;
  private static final int MOST_REPLICAS = 100_000;

  private final JsonSection root;
  private final Policies known = Policies.standard();

  /**
   * @param root the whole file
   */
  GridReader(JsonSection root) {
    this.root = root;
  }

  SweepGrid read(GridSource source) {
    root.oneOf("format", List.of(FORMAT));
    List<String> data = axis(root, "data", (_, value) -> Optional.of(value.text()));
    List<Policy> policies = axis(root, "policies", this::policy);
    return new SweepGrid(
        source,
        data,
        models(data),
        root.has("loads") ? axis(root, "loads", GridReader::load) : List.of(1.0),
        policies,
        root.has("semantics")
            ? axis(root, "semantics", GridReader::semantics)
            : List.of(NamedSemantics.DEFAULT),
        settings(policies),
        replicas());
  }

  /**
   * What the elements of an array stand for.
   *
   * @param meaning of one of them; empty after noting that it has none
   */
  private static <T> List<T> axis(
      JsonSection section, String key, BiFunction<JsonSection, JsonScalar, Optional<T>> meaning) {
    List<JsonScalar> elements = section.scalars(key);
    Set<T> meant = new HashSet<>();
    List<T> values = new ArrayList<>();
    for (JsonScalar element : elements) {
      meaning
          .apply(section, element)
          .ifPresent(value -> {
            values.add(value);
            if (!meant.add(value)) {
              section.problem(element, "expected every value once in '%s'".formatted(key), "");
            }
          });
    }
    if (elements.isEmpty() && section.has(key)) {
      section.problem(key, "expected at least one value in '%s'".formatted(key), "");
    }
    return values;
  }

  private Optional<Policy> policy(JsonSection section, JsonScalar name) {
    Optional<Policy> found = known.named(name.text());
    if (found.isEmpty()) {
      section.problem(name, "expected a policy", ClosestName.hint(name.text(), known.names()));
    }
    return found;
  }

  private static Optional<Double> load(JsonSection section, JsonScalar element) {
    Optional<Double> load = number(element).filter(number -> number > 0 && number <= MOST_LOAD);
    if (load.isEmpty()) {
      section.problem(
          element,
          "expected a load above 0 and at most %.0f".formatted(MOST_LOAD),
          "Maybe 0.8, for a fifth less than the data set has.");
    }
    return load;
  }

  private static Optional<Double> number(JsonScalar element) {
    try {
      return Optional.of(Double.valueOf(element.text()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<NamedSemantics> semantics(JsonSection section, JsonScalar words) {
    try {
      return Optional.of(NamedSemantics.parse(words.text()));
    } catch (IllegalArgumentException meaningless) {
      section.problem(words, meaningless.getMessage(), "");
      return Optional.empty();
    }
  }

  private Map<String, String> models(List<String> data) {
    if (!root.has("models")) {
      return Map.of();
    }
    try (JsonSection models = root.section("models")) {
      Map<String, String> folders = models.allTexts();
      folders.keySet().stream()
          .filter(name -> !data.contains(name))
          .forEach(name ->
              models.problem(
                  name,
                  "expected models of a data set of the grid, and '%s' is none".formatted(name),
                  ClosestName.hint(name, data)));
      return folders;
    }
  }

  private List<SettingAxis<?>> settings(List<Policy> policies) {
    List<SettingAxis<?>> axes = new ArrayList<>();
    if (root.has("settings")) {
      try (JsonSection section = root.section("settings")) {
        choosable().stream()
            .filter(setting -> section.has(setting.name()))
            .forEach(setting -> {
              requireUse(section, setting, policies);
              axes.add(axis(section, setting));
            });
      }
    }
    return axes;
  }

  private List<Setting<?>> choosable() {
    return known.settings().stream()
        .<Setting<?>>filter(setting -> setting.option().isPresent() || setting.isTuned())
        .toList();
  }

  private static void requireUse(JsonSection section, Setting<?> setting, List<Policy> policies) {
    if (policies.stream().noneMatch(policy -> policy.about().settings().contains(setting))) {
      section.problem(
          setting.name(),
          "expected a setting of a policy of the grid as '%s'".formatted(setting),
          "");
    }
  }

  private static <T> SettingAxis<T> axis(JsonSection section, Setting<T> setting) {
    return new SettingAxis<>(
        setting,
        axis(
            section,
            setting.name(),
            (within, element) -> setting.values().read(new Element(within, element))));
  }

  private ReplicaPlan replicas() {
    Set<ReplicaKind> kinds = EnumSet.copyOf(ReplicaKind.DEFAULT);
    if (root.has("replicaKinds")) {
      kinds = EnumSet.noneOf(ReplicaKind.class);
      kinds.addAll(axis(root, "replicaKinds", GridReader::replicaKind));
    }
    int count = root.has("replicas") ? (int) root.wholeNumber("replicas", 0, MOST_REPLICAS) : 0;
    long seed = root.has("seed") ? root.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE) : 0;
    return kinds.isEmpty() ? ReplicaPlan.NONE : new ReplicaPlan(count, kinds, seed);
  }

  private static Optional<ReplicaKind> replicaKind(JsonSection section, JsonScalar element) {
    List<String> names = Arrays.stream(ReplicaKind.values()).map(ReplicaKind::label).toList();
    Element name = new Element(section, element);
    return name.isOneOf(names)
        ? Optional.of(ReplicaKind.values()[names.indexOf(element.text())])
        : Optional.empty();
  }

  /** One value of an axis. */
  private record Element(JsonSection section, JsonScalar scalar) implements Values.Reader {
    @Override
    public int wholeNumber(int least, int most) {
      return number(scalar)
          .filter(number -> number == Math.rint(number) && number >= least && number <= most)
          .orElseGet(() -> {
            section.problem(
                scalar, "expected a whole number of %d to %d".formatted(least, most), "");
            return (double) least;
          })
          .intValue();
    }

    @Override
    public boolean yesOrNo() {
      if (scalar.token() != JsonToken.VALUE_TRUE && scalar.token() != JsonToken.VALUE_FALSE) {
        section.problem(scalar, "expected true or false", "");
      }
      return scalar.token() == JsonToken.VALUE_TRUE;
    }

    @Override
    public String oneOf(List<String> names) {
      return isOneOf(names) ? scalar.text() : names.getFirst();
    }

    boolean isOneOf(List<String> names) {
      boolean known = names.contains(scalar.text());
      if (!known) {
        section.problem(
            scalar,
            "expected one of %s".formatted(String.join(", ", names)),
            ClosestName.of(scalar.text(), names)
                .map("Maybe '%s' was meant."::formatted)
                .orElse(""));
      }
      return known;
    }
  }
}

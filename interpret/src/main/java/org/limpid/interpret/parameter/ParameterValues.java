package org.limpid.interpret.parameter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.limpid.files.ClosestName;

/** A value for every parameter of a trainer. Immutable. */
public final class ParameterValues {
  private final List<Parameter> parameters;
  private final Map<String, String> values;

  private ParameterValues(List<Parameter> parameters, Map<String, String> values) {
    this.parameters = parameters;
    this.values = values;
  }

  public static ParameterValues defaults(Parameter... parameters) {
    return defaults(List.of(parameters));
  }

  public static ParameterValues defaults(List<Parameter> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      values.put(parameter.name(), parameter.defaultValue());
    }
    return new ParameterValues(List.copyOf(parameters), values);
  }

  /**
   * The same values but for one. Throws an {@code IllegalArgumentException} if the name is unknown
   * or the value is out of range.
   */
  public ParameterValues with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, named(name).canonical(value.strip()));
    return new ParameterValues(parameters, changed);
  }

  /**
   * The same values but for those named. Throws an {@code IllegalArgumentException} if a name is
   * unknown or a value is out of range; the message names all of them.
   */
  public ParameterValues with(Map<String, String> changes) {
    return changed(
        this, changes, (values, change) -> values.with(change.getKey(), change.getValue()));
  }

  /**
   * Makes changes one after the other. Throws an {@code IllegalArgumentException} with the messages
   * of all changes that are not possible.
   */
  public static <V> V changed(
      V start, Map<String, String> changes, BiFunction<V, Map.Entry<String, String>, V> with) {
    V changed = start;
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> change : changes.entrySet()) {
      try {
        changed = with.apply(changed, change);
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return changed;
  }

  private Parameter named(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no parameter '%s'. %s"
                    .formatted(name, ClosestName.hint(name, values.keySet()))));
  }

  public int whole(Parameter parameter) {
    return whole(parameter.name());
  }

  public int whole(String name) {
    return Integer.parseInt(text(name));
  }

  public double number(Parameter parameter) {
    return number(parameter.name());
  }

  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  public List<String> columns(Parameter parameter) {
    return split(text(parameter));
  }

  public String text(Parameter parameter) {
    return text(parameter.name());
  }

  public String text(String name) {
    return values.get(named(name).name());
  }

  /** The seed, or 0 for a trainer that draws no random numbers. */
  public int seed() {
    return values.containsKey(Parameter.SEED) ? whole(Parameter.SEED) : 0;
  }

  static List<String> split(String value) {
    return Arrays.stream(value.split(";")).map(String::strip).filter(e -> !e.isEmpty()).toList();
  }

  /** All values by name, in the order of the parameters. */
  public Map<String, String> toMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValues that
        && parameters.equals(that.parameters)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

package org.limpid.baselines.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.ClosestName;

/** A value for every parameter of a method. Immutable. */
public final class Parameters {
  private final Map<String, Parameter> known;
  private final Map<String, String> values;

  private Parameters(Map<String, Parameter> known, Map<String, String> values) {
    this.known = known;
    this.values = values;
  }

  /** The defaults of these parameters. */
  public static Parameters standard(List<Parameter> parameters) {
    Map<String, Parameter> known = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      known.put(parameter.name(), parameter);
      values.put(parameter.name(), parameter.canonical(parameter.standard()));
    }
    return new Parameters(known, values);
  }

  /**
   * The same parameters but for those named.
   *
   * @throws IllegalArgumentException if a name or value is unknown; the message names all of them
   */
  public Parameters with(Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    List<String> problems = new ArrayList<>();
    changes.forEach((name, value) -> {
      try {
        changed.put(name, parameter(name).canonical(value.strip()));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Parameters(known, changed);
  }

  private Parameter parameter(String name) {
    Parameter parameter = known.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "there is no parameter '%s'. %s".formatted(name, ClosestName.hint(name, known.keySet())));
    }
    return parameter;
  }

  /** The value of a whole number. */
  public int whole(String name) {
    return Integer.parseInt(text(name));
  }

  /** The value of a number. */
  public double number(String name) {
    return Double.parseDouble(text(name));
  }

  /** The value as text. */
  public String text(String name) {
    parameter(name);
    return values.get(name);
  }

  /** The seed, or 0 for a method that draws no random numbers. */
  public int seed() {
    return values.containsKey(Parameter.SEED) ? whole(Parameter.SEED) : 0;
  }

  /** All values by name, in the order of the parameters. */
  public Map<String, String> toMap() {
    return Collections.unmodifiableMap(values);
  }
}

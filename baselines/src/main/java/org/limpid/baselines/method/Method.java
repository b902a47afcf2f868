package org.limpid.baselines.method;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * A method of another library: its name in lower case with hyphens, the library with its version,
 * what it is without a full stop, what it can learn from, what it needs in place of nominal
 * features, its parameters with their defaults, and how it learns.
 */
public record Method(
    String name,
    String library,
    String description,
    Set<Ability> abilities,
    Encoding encoding,
    List<Parameter> parameters,
    Fitting fitting) {
  public Method {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(fitting, "fitting");
    abilities = Set.copyOf(abilities);
    parameters = List.copyOf(parameters);
  }

  /** The parameter that says how many threads a native library uses, called {@code threads}. */
  public static Parameter threads() {
    return Parameter.whole(
        "threads",
        1,
        1024,
        1,
        "Threads of the native library; with one the model does not depend on the machine");
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  public BaselineTrainer trainer() {
    return trainer(Map.of());
  }

  /**
   * A trainer with defaults but for the parameters named. Throws an {@code
   * IllegalArgumentException} if a name or value is unknown; the message names all of them.
   */
  public BaselineTrainer trainer(Map<String, String> changes) {
    return new BaselineTrainer(this, ParameterValues.defaults(parameters).with(changes));
  }

  @FunctionalInterface
  public interface Fitting {
    /**
     * Learns from data that the abilities allow; {@code steps} hears of the progress and ends the
     * training when it is not wanted any more.
     */
    Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps);
  }

  public enum Ability {
    REGRESSION,
    CLASSIFICATION,
    MISSING_VALUES,
    WEIGHTS
  }
}

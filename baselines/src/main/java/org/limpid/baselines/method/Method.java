package org.limpid.baselines.method;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;

/**
 * A method of another library.
 *
 * @param name the name, in lower case with hyphens
 * @param library name and version of the library
 * @param description what it is, without a full stop
 * @param abilities what it can learn from
 * @param encoding what it needs in place of nominal features
 * @param parameters its parameters with their defaults
 * @param fitting how it learns
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

  /** Whether it can learn from this. */
  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /** A trainer with all defaults. */
  public BaselineTrainer trainer() {
    return trainer(Map.of());
  }

  /**
   * A trainer with defaults but for the parameters named.
   *
   * @throws IllegalArgumentException if a name or value is unknown; the message names all of them
   */
  public BaselineTrainer trainer(Map<String, String> changes) {
    return new BaselineTrainer(this, ParameterValues.defaults(parameters).with(changes));
  }

  /** How a method learns. */
  @FunctionalInterface
  public interface Fitting {
    /**
     * Learns.
     *
     * @param design the data, which the method's abilities allow
     * @param parameters a value for each of the method's parameters
     * @param steps hears of the progress and ends the training when it is not wanted any more
     */
    Scorer fit(Design design, ParameterValues parameters, TrainingSteps steps);
  }
}

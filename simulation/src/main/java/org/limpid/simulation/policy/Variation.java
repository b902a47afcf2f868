package org.limpid.simulation.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy with one thing changed: a row of an ablation.
 *
 * @param name of the row
 * @param change what differs, for people
 * @param settings how the policy is run
 */
public record Variation(String name, String change, Settings settings) {
  /** Makes the variations of a policy. */
  @FunctionalInterface
  public interface Maker {
    /**
     * The variations, in order.
     *
     * @param full how the policy is run as it is; all is there that the data set tells
     */
    List<Variation> of(Settings full);
  }

  /** Those by default: every setting with each of the values that a tuning tries. */
  static List<Variation> byTrying(List<Setting<?>> all, Settings full) {
    return all.stream().flatMap(setting -> byTrying(setting, full).stream()).toList();
  }

  private static <T> List<Variation> byTrying(Setting<T> setting, Settings full) {
    return setting.tried().stream()
        .filter(value -> !full.find(setting).equals(Optional.of(value)))
        .map(value ->
            new Variation(
                setting.label().replace(' ', '-') + "-" + setting.values().told(value),
                "%s: %s".formatted(setting.label(), setting.values().told(value)),
                full.with(setting, value)))
        .toList();
  }
}

package org.limpid.experiment.sweep;

import java.util.List;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;

/**
 * The values that a sweep gives a setting.
 *
 * @param <T> their type
 * @param setting what is chosen
 * @param values at least one, all different
 */
public record SettingAxis<T>(Setting<T> setting, List<T> values) {
  public SettingAxis {
    values = List.copyOf(values);
  }

  /** Settings with each of the values; as they are for a policy that has no such setting. */
  List<Settings> spread(Settings settings, Policy policy) {
    return policy.about().settings().contains(setting)
        ? values.stream().map(value -> settings.with(setting, value)).toList()
        : List.of(settings);
  }

  /** The values as files have them, with commas between. */
  String text() {
    return String.join(
        ", ", values.stream().map(value -> setting.values().told(value).toString()).toList());
  }
}

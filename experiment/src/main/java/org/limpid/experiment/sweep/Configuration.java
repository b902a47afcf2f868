package org.limpid.experiment.sweep;

import java.util.List;
import java.util.Objects;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;

/**
 * What the replicas of a sweep have in common.
 *
 * @param data the data set, as the grid names it
 * @param load jobs per job of the data set
 * @param policy what is run
 * @param semantics which accidents of the artifact are fixed
 * @param settings what the grid chooses about the policy; settings that it lacks are left out
 */
public record Configuration(
    String data, double load, Policy policy, NamedSemantics semantics, Settings settings) {
  /** The value of a setting as files have it, empty if nothing is chosen. */
  public String text(Setting<?> setting) {
    return Objects.toString(settings.toMap(List.of(setting)).get(setting.name()), "");
  }
}

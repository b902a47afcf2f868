package org.limpid.simulation.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ProfilerDescription;

/** What was chosen about policies; the rest is as the data set or the policies say. Immutable. */
public final class Settings {
  /** Nothing is chosen. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Setting<?>, Object> chosen;

  private Settings(Map<Setting<?>, Object> chosen) {
    this.chosen = Map.copyOf(chosen);
  }

  /**
   * The value that was chosen, else the one by default.
   *
   * @throws java.util.NoSuchElementException if there is neither
   */
  public <T> T get(Setting<T> setting) {
    return find(setting).or(setting::byDefault).orElseThrow();
  }

  /** The value that was chosen; empty if none was. */
  @SuppressWarnings("unchecked") // Only with() puts values in, and those are of the setting.
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((T) chosen.get(setting));
  }

  /**
   * A copy with another value.
   *
   * @throws IllegalArgumentException if the setting may not have it
   */
  public <T> Settings with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> changed = new HashMap<>(chosen);
    changed.put(setting, setting.required(value));
    return new Settings(changed);
  }

  /** A copy with the value that somebody names, if he does. */
  public <T> Settings with(Setting<T> setting, Values.Reader reader) {
    return setting.values().read(reader).map(value -> with(setting, value)).orElse(this);
  }

  /** These, and those of another where nothing is chosen here. */
  public Settings or(Settings other) {
    Map<Setting<?>, Object> all = new HashMap<>(other.chosen);
    all.putAll(chosen);
    return new Settings(all);
  }

  /** Some of them; what else was chosen is left out. */
  public Settings only(Collection<Setting<?>> some) {
    Map<Setting<?>, Object> left = new HashMap<>(chosen);
    left.keySet().retainAll(some);
    return new Settings(left);
  }

  /**
   * These, with nothing left open that a data set tells.
   *
   * @param all settings that are to have values
   * @param profiler that of the data set; empty if it has none
   */
  public Settings resolved(Collection<Setting<?>> all, Optional<ProfilerDescription> profiler) {
    Settings known = this;
    for (Setting<?> setting : all) {
      known = known.resolved(setting, profiler);
    }
    return known;
  }

  private <T> Settings resolved(Setting<T> setting, Optional<ProfilerDescription> profiler) {
    return find(setting)
        .or(() -> setting.byDefault(profiler))
        .map(value -> with(setting, value))
        .orElse(this);
  }

  /** These, with what is to be chosen for a data set without a profiler. */
  public Settings withoutProfiler(Collection<Setting<?>> all) {
    Settings known = this;
    for (Setting<?> setting : all) {
      known = known.withoutProfiler(setting);
    }
    return known;
  }

  private <T> Settings withoutProfiler(Setting<T> setting) {
    return setting.withoutProfiler().map(value -> with(setting, value)).orElse(this);
  }

  /** By name, as in files, in the order of the settings; null where nothing is chosen. */
  public Map<String, Object> toMap(Collection<Setting<?>> all) {
    Map<String, Object> map = new LinkedHashMap<>();
    all.forEach(setting -> map.put(setting.name(), told(setting)));
    return map;
  }

  private <T> Object told(Setting<T> setting) {
    return setting.told(find(setting));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && chosen.equals(settings.chosen);
  }

  @Override
  public int hashCode() {
    return chosen.hashCode();
  }

  @Override
  public String toString() {
    return chosen.toString();
  }
}

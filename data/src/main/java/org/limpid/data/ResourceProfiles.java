package org.limpid.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the models of a data set gain by CPUs and memory, by name, in the order of their file.
 * Immutable and safe to share between threads.
 */
public final class ResourceProfiles {
  /** None. */
  public static final ResourceProfiles EMPTY = new ResourceProfiles(Map.of());

  private final Map<String, ResourceProfile> byModel;

  private ResourceProfiles(Map<String, ResourceProfile> byModel) {
    this.byModel = byModel;
  }

  /**
   * Profiles of different models.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static ResourceProfiles of(List<ResourceProfile> profiles) {
    Map<String, ResourceProfile> byModel = new LinkedHashMap<>();
    for (ResourceProfile profile : profiles) {
      if (byModel.putIfAbsent(profile.model(), profile) != null) {
        throw new IllegalArgumentException("two profiles are of " + profile.model());
      }
    }
    return new ResourceProfiles(Collections.unmodifiableMap(byModel));
  }

  /** The profile of a model. */
  public Optional<ResourceProfile> find(String model) {
    return Optional.ofNullable(byModel.get(model));
  }

  /** All of them, in the order of their file. */
  public List<ResourceProfile> all() {
    return List.copyOf(byModel.values());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byModel.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceProfiles that && all().equals(that.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }
}

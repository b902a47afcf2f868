package org.limpid.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scaling curves of a data set by name, in the order of their file. Immutable and safe to share
 * between threads.
 */
public final class ScalingCurves {
  /** None. */
  public static final ScalingCurves EMPTY = new ScalingCurves(Map.of());

  private final Map<String, ScalingCurve> byName;

  private ScalingCurves(Map<String, ScalingCurve> byName) {
    this.byName = byName;
  }

  /**
   * Curves with different names.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static ScalingCurves of(List<ScalingCurve> curves) {
    Map<String, ScalingCurve> byName = new LinkedHashMap<>();
    for (ScalingCurve curve : curves) {
      if (byName.putIfAbsent(curve.name(), curve) != null) {
        throw new IllegalArgumentException("two scaling curves are called " + curve.name());
      }
    }
    return new ScalingCurves(Collections.unmodifiableMap(byName));
  }

  /** The curve of a name, such as {@code resnet50/64}. */
  public Optional<ScalingCurve> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, in the order of their file. */
  public List<ScalingCurve> all() {
    return List.copyOf(byName.values());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScalingCurves that && all().equals(that.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }
}

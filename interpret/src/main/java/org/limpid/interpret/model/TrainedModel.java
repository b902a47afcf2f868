package org.limpid.interpret.model;

import java.util.List;
import java.util.Objects;

/** What every model has beside what it learnt: task, features and provenance. */
public abstract class TrainedModel implements Model {
  private final Task task;
  private final List<Feature> features;
  private final Provenance provenance;

  protected TrainedModel(Task task, List<Feature> features, Provenance provenance) {
    this.task = Objects.requireNonNull(task, "task");
    this.features = List.copyOf(features);
    this.provenance = Objects.requireNonNull(provenance, "provenance");
  }

  @Override
  public final Task task() {
    return task;
  }

  @Override
  public final List<Feature> features() {
    return features;
  }

  @Override
  public final Provenance provenance() {
    return provenance;
  }

  /** Whether another model has the same task, features and provenance. */
  protected final boolean isOfSameOrigin(TrainedModel other) {
    return task.equals(other.task)
        && features.equals(other.features)
        && provenance.equals(other.provenance);
  }
}

package org.limpid.data;

import java.util.Objects;

/**
 * What a training job computes: the key under which profiles are looked up.
 *
 * @param model name of the deep-learning model, e.g. {@code ResNet50}
 * @param dataset name of the training data, e.g. {@code ImageNet}
 * @param batchSize samples per GPU and step, at least 1
 * @param mixedPrecision whether automatic mixed precision is on
 */
public record Workload(String model, String dataset, int batchSize, boolean mixedPrecision) {
  public Workload {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(dataset, "dataset");
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, found " + batchSize);
    }
  }

  @Override
  public String toString() {
    return model + "/" + dataset + "/" + batchSize + (mixedPrecision ? "/amp" : "");
  }
}

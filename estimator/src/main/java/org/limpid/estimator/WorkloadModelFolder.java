package org.limpid.estimator;

/** Placeholder. */
public final class WorkloadModelFolder {
  private WorkloadModelFolder() {}
}

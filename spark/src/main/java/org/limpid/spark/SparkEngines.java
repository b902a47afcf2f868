package org.limpid.spark;

import org.limpid.experiment.sweep.ClusterEngines;
import org.limpid.experiment.sweep.SweepEngine;

/** What this module provides. */
public final class SparkEngines implements ClusterEngines {
  @Override
  public SweepEngine spark(String master) {
    return new SparkEngine(master);
  }
}

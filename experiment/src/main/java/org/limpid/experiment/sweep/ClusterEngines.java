package org.limpid.experiment.sweep;

import org.limpid.files.Extras;

/** Engines that run points on other machines, which the module {@code spark} provides. */
public interface ClusterEngines {
  /**
   * Those on the class path.
   *
   * @throws org.limpid.files.DataException if there are none
   */
  static ClusterEngines find() {
    return Extras.require(ClusterEngines.class, "spark");
  }

  /**
   * An engine that runs points on a cluster of Apache Spark, whose machines see the data sets of
   * the grid under the same names as this one.
   *
   * @param master address of the cluster, as Spark has it
   */
  SweepEngine spark(String master);
}

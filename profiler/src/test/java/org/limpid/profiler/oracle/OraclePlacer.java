package org.limpid.profiler.oracle;

/** How free GPUs are chosen. */
public enum OraclePlacer {
  /** As few nodes as possible, best fit among them. */
  CONSOLIDATE,
  /** First fit: nodes in order, all their free GPUs; nothing random in spite of its name. */
  RANDOM,
  /** {@link #CONSOLIDATE} where that is possible, else {@link #RANDOM}. */
  CONSOLIDATE_FIRST
}

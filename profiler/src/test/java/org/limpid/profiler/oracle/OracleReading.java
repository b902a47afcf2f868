package org.limpid.profiler.oracle;

/**
 * How to read the reference where its golden files do not decide.
 *
 * <p>The two differ in four places, all about a node on loan: {@link OracleProfiler} (threshold of
 * a return, forecast that runs out) and {@link OracleLucid} (first loan that fails, order of the
 * shares of a job whose node is renumbered).
 */
public enum OracleReading {
  /** As the project's specification has it. */
  SPECIFICATION,
  /** As the published artifact does it, accidents included. */
  ARTIFACT
}

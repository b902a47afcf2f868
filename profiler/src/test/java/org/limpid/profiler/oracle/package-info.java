/**
 * The reference semantics once more, as literally as they can be written: plain lists, stable sorts
 * and a clock that visits every second. The fast engine is compared with it, job by job, on small
 * random cases and on the golden files. {@link org.limpid.profiler.oracle.OracleLimpid} is the same
 * for the policy limpid.
 *
 * <p>Nothing here is fast or general, and nothing here may call the engine.
 */
package org.limpid.profiler.oracle;

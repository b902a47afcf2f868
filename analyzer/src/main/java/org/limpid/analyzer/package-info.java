/**
 * The model of Lucid called packing-analyze: which workloads may share GPUs, and how fast they run
 * then. {@link org.limpid.analyzer.PackingAnalyzer} trains and judges everything.
 */
package org.limpid.analyzer;

/** The model of Lucid called packing-analyze: which workloads may share GPUs. */
package org.limpid.analyzer;

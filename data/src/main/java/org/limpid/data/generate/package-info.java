/**
 * Synthetic data sets whose statistics resemble a month of a real GPU cluster: {@link
 * org.limpid.data.generate.TraceGenerator} writes a folder, {@link
 * org.limpid.data.generate.WorkloadModel} gives profiles of workloads. How close it comes is told
 * in {@code docs/generator.md}.
 */
package org.limpid.data.generate;

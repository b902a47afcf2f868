/**
 * Synthetic data sets whose statistics resemble a month of a real GPU cluster: {@link
 * org.limpid.data.generate.TraceGenerator} writes a folder, {@link
 * org.limpid.data.generate.WorkloadModel} gives profiles of workloads. The model, its parameters
 * and how close it comes are described in {@code docs/generator.md}.
 */
package org.limpid.data.generate;

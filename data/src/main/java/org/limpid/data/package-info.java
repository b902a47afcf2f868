/**
 * The words of the field as values: jobs in a {@link org.limpid.data.Trace}, the {@link
 * org.limpid.data.ClusterDescription} they run on, their workloads and profiles, forecasts and
 * estimates. Nothing here touches the disk; see {@code org.limpid.data.io} for that.
 */
package org.limpid.data;

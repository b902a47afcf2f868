/** Figures of a run for those who look after the cluster. */
package org.limpid.plots.cluster;

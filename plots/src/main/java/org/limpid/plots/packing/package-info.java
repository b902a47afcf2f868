/** Figures of which workloads disturb each other. */
package org.limpid.plots.packing;

/** Figures of how good predictions are. */
package org.limpid.plots.accuracy;

/** Figures of sweeps. */
package org.limpid.plots.sweep;

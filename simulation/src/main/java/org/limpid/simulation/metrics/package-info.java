/** Figures that sum up a run. */
package org.limpid.simulation.metrics;

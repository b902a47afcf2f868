/** Figures of the paper that are made from a run. */
package org.limpid.plots.paper;

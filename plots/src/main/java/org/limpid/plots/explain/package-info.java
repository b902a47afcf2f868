/** Figures that explain models: importances, shapes, single predictions. */
package org.limpid.plots.explain;

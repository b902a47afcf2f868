/** Figures and tables of the paper that are made from runs and comparisons. */
package org.limpid.plots.paper;

/** Figures of decision trees. */
package org.limpid.plots.tree;

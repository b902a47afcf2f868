/** Figures: named drawings with title, caption and size, and where they come from. */
package org.limpid.plots.figure;

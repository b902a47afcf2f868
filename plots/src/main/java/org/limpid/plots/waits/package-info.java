/** Figures and tables that say why jobs waited. */
package org.limpid.plots.waits;

/** Figures, tables and the report of networks that grow. */
package org.limpid.plots.adaptation;

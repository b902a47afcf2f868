/** Figures, tables and the report of the study of Synergy. */
package org.limpid.plots.synergy;

/** Figures, tables and the report of a comparison of learners of chains. */
package org.limpid.plots.chain;

/**
 * Reports: all figures and tables of a run with what their numbers say, as one web page and as PDF.
 */
package org.limpid.plots.report;

/**
 * Charts: axes with scales, layers of data between them, a legend above, and panels over each
 * other.
 */
package org.limpid.plots.chart;

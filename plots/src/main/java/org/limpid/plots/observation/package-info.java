/** What models predict from, and what was observed: rows of data sets and of CSV files. */
package org.limpid.plots.observation;

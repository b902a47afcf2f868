/** Tests of reports, also in a browser. */
package org.limpid.plots.report;

/** The jobs of a run as data for a page on which one can pick a job and read its story. */
package org.limpid.plots.jobs;

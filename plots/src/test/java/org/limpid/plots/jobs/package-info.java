/** Tests of jobs on a page. */
package org.limpid.plots.jobs;

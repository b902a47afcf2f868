/** Runs policies over all virtual clusters, in parallel, and collects what became of the jobs. */
package org.limpid.simulation.run;

/** What is asked for: the jobs of a partition, what is known of them, and how they may leave. */
package org.limpid.simulation.job;

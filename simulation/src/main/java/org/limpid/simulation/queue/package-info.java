/** Queues of waiting jobs and the rules by which they are served. */
package org.limpid.simulation.queue;

/** Nodes and GPUs, who holds them, where jobs go, and the memory of what found no place. */
package org.limpid.simulation.resource;

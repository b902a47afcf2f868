/** Nodes and GPUs of a partition and who holds them. */
package org.limpid.simulation.cluster;

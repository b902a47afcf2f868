/** On how many GPUs jobs can run, how fast they are there, and what it costs to change it. */
package org.limpid.simulation.policy.scaling;

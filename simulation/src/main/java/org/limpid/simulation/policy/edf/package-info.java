/** Earliest deadline first, on as many GPUs as jobs can use. */
package org.limpid.simulation.policy.edf;

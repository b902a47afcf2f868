/** Rules that choose GPUs for a job. */
package org.limpid.simulation.placement;

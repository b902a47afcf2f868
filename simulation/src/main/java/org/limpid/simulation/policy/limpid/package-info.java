/** Limpid's own policy: it shares single GPUs between jobs of any size and places by cost. */
package org.limpid.simulation.policy.limpid;

/** The bound of a cluster in which nobody waits. */
package org.limpid.simulation.policy.ideal;

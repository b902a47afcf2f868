/** Least attained service first, in two queues. */
package org.limpid.simulation.policy.tiresias;

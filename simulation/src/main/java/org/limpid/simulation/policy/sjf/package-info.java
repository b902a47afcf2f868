/** Shortest job first. */
package org.limpid.simulation.policy.sjf;

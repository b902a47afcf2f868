/** What a scheduling policy is, what it may look at, and what it needs. */
package org.limpid.simulation.policy;

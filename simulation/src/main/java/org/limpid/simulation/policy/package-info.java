/** Scheduling policies. A policy is one class here and one line in {@code Policies}. */
package org.limpid.simulation.policy;

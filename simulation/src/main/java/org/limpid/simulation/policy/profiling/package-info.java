/** What a profiling stage before the virtual clusters means to a policy. */
package org.limpid.simulation.policy.profiling;

/** First come, first served. */
package org.limpid.simulation.policy.fcfs;

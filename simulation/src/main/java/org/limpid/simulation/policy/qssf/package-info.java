/** Smallest estimated GPU time first. */
package org.limpid.simulation.policy.qssf;

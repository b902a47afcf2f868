/** The policies that Lucid is compared with, and a bound. */
package org.limpid.simulation.policy.baseline;

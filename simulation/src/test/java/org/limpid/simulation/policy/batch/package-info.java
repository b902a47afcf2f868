/** Tests of the policies of batch systems. */
package org.limpid.simulation.policy.batch;

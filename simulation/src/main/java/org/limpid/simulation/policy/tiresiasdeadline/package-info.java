/** Tiresias as it is compared with ElasticFlow. */
package org.limpid.simulation.policy.tiresiasdeadline;

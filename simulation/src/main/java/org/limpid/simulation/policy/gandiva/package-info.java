/** Time slicing: all jobs take turns. */
package org.limpid.simulation.policy.gandiva;

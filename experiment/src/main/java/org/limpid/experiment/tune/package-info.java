/** Searches settings of a policy that serve a cluster best. */
package org.limpid.experiment.tune;

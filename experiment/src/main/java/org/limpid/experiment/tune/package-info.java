/** Searches settings of Lucid that serve a cluster best. */
package org.limpid.experiment.tune;

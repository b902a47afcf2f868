/** Runs policies on a data set and writes what came out. */
package org.limpid.experiment.simulate;

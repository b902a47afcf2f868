/** Whole runs on a small generated data set. */
package org.limpid.experiment.simulate;

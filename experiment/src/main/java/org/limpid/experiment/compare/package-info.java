/** Compares learners on the same rows: Table 7 of the Lucid paper. */
package org.limpid.experiment.compare;

/** Tests of runs with something changed. */
package org.limpid.experiment.whatif;

/** A model of scaling from the curves of a data set, its error, and curves where there are none. */
package org.limpid.experiment.scaling;

/** A model of what CPUs and memory bring, from the profiles of a data set, and its error. */
package org.limpid.experiment.sensitivity;

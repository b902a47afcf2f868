/** Encog: its neural network behind our interfaces. */
package org.limpid.baselines.encog;

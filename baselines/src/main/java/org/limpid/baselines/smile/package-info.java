/**
 * Smile: its ensembles of trees behind our interfaces.
 *
 * <p>Smile is GPL-3.0. Only parts that need no native BLAS or LAPACK are used.
 */
package org.limpid.baselines.smile;

/**
 * Limpid's boosting machine behind the interfaces of Smile.
 *
 * <p>Smile is GPL-3.0. Only parts that need no native BLAS or LAPACK are used.
 */
package org.limpid.workbench.smile;

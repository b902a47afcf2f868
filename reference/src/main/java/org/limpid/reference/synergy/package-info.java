/**
 * The simulator of Synergy's artifact (Mohan et al., OSDI 2022): policies by rounds of 300 s on
 * servers whose CPUs, memory and storage bandwidth count beside their GPUs.
 */
package org.limpid.reference.synergy;

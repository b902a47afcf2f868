/** How near simulated waits are to those of reality, and what explains the difference. */
package org.limpid.experiment.fidelity;

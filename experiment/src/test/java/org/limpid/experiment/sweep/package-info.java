/** Tests of sweeps. */
package org.limpid.experiment.sweep;

/** What {@code squeue} and {@code sinfo} of Slurm print, from a file or from the programs. */
package org.limpid.experiment.slurm;

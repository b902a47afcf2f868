/** The figures of Synergy (OSDI 2022), made again: what runs, and which numbers come of it. */
package org.limpid.experiment.synergy;

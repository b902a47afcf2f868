/** Runs with something changed: what would be different, and what would have been needed. */
package org.limpid.experiment.whatif;

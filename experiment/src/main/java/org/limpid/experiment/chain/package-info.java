/**
 * Chains of jobs on a batch cluster: when to submit the next one so that neither a gap nor an
 * overlap is left. Windows of a log, what baselines reach in them, and samples for models.
 */
package org.limpid.experiment.chain;

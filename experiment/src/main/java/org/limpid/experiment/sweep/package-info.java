/**
 * Runs policies on a grid of options, loads and data sets, resumable after a kill at any moment.
 */
package org.limpid.experiment.sweep;

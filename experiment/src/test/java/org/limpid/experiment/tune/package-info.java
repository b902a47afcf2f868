/** The search for settings. */
package org.limpid.experiment.tune;

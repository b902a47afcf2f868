/** Networks that grow: rules that a reader can follow, and how they compare. */
package org.limpid.experiment.adaptation;

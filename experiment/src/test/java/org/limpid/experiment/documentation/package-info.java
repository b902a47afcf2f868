/** What {@code docs/experiments.md} says. */
package org.limpid.experiment.documentation;

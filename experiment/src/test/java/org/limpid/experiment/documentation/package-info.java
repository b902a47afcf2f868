/** What {@code docs/library.md} says. */
package org.limpid.experiment.documentation;

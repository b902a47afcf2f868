/**
 * What {@code limpid simulate} wrote, read back in columns; {@code docs/outputs.md} describes the
 * files.
 */
package org.limpid.plots.run;

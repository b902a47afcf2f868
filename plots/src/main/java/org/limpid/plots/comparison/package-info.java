/** What {@code limpid table7} wrote, read back. */
package org.limpid.plots.comparison;

/** How figures look: colours, lines, markers, sizes, and how numbers are written. */
package org.limpid.plots.theme;

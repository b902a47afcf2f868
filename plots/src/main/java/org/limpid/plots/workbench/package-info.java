/** What the module {@code workbench} adds to the command, which finds it only if it is there. */
package org.limpid.plots.workbench;

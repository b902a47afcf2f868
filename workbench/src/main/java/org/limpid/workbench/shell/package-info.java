/** A Java shell that has opened a run, a data set and models. */
package org.limpid.workbench.shell;

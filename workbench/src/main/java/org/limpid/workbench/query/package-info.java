/** Questions about runs in a small language, answered with tables of Tablesaw. */
package org.limpid.workbench.query;

/** Compiles and runs the code in the documentation. */
package org.limpid.simulation.documentation;

/** Mutated files of every kind that Limpid reads, given to the commands that read them. */
package org.limpid.app.fuzz;

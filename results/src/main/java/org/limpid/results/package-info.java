/** The folder of a run: what is in it, written and read in one place. */
package org.limpid.results;

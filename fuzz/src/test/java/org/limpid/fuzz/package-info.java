/** Looks for inputs that an importer neither reads nor refuses. */
package org.limpid.fuzz;

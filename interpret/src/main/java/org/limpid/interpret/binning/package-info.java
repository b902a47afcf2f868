/** Bins: how the values of a feature become a few numbered cells. */
package org.limpid.interpret.binning;

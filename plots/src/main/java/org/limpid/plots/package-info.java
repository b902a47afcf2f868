/** All figures that Limpid can make, by name. */
package org.limpid.plots;

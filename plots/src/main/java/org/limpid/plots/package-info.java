/** All figures and tables that Limpid can make, by name. */
package org.limpid.plots;

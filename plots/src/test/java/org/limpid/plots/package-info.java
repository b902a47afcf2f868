/** Tests of all figures. */
package org.limpid.plots;

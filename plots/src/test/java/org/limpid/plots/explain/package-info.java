/** Tests of figures that explain models. */
package org.limpid.plots.explain;

/**
 * Figures as the bytes of files. The same figure gives the same bytes each time: no file holds a
 * time.
 */
package org.limpid.plots.render;

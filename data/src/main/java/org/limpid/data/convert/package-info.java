/** The jobs of a data set as a table or trace for other programs. */
package org.limpid.data.convert;

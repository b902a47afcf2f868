/** Tests of why jobs waited. */
package org.limpid.plots.waits;

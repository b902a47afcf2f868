/** Copies of a trace with changes that mean nothing, to tell differences from noise. */
package org.limpid.data.replicate;

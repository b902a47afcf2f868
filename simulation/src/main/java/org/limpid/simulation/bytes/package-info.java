/** Numbers as bytes: small ones in few of them. */
package org.limpid.simulation.bytes;

/** What happens in a virtual cluster, as one language: told, kept as bytes, read back. */
package org.limpid.simulation.event;

/** The state of a run in some second as bytes, from which it can go on. */
package org.limpid.simulation.state;

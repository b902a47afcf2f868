/** Small clusters and traces for tests: written by hand or drawn from a seed. */
package org.limpid.simulation.given;

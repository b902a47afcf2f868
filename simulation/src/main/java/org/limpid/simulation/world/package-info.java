/** What only a simulator knows: work that is left, how fast it is done, and when jobs end. */
package org.limpid.simulation.world;

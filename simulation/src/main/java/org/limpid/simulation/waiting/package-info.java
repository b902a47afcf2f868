/** Why jobs waited: decisions replayed, and waiting times split into causes. */
package org.limpid.simulation.waiting;

/** What a scheduler decided, second by second, and what followed from it for waiting jobs. */
package org.limpid.simulation.decision;

/** Time: events are taken in their order, the policy decides, and what follows is brought about. */
package org.limpid.simulation.loop;

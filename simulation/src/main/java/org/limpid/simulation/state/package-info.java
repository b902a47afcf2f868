/** What can be known of a virtual cluster: what its events amount to, without the truth. */
package org.limpid.simulation.state;

/** The event-driven simulation of one partition: its jobs, its clock and its running list. */
package org.limpid.simulation.engine;

/** First in, first out. */
package org.limpid.simulation.policy.fifo;

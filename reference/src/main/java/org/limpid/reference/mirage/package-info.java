/**
 * Mirage (SC 2023): a batch cluster that gives away whole nodes, and chains of jobs in it whose
 * links should neither leave a gap nor overlap. {@link org.limpid.reference.mirage.BatchSimulator}
 * is the simulator of the artifact in ticks of a minute; {@link
 * org.limpid.reference.mirage.ChainWindow} replays a stretch of a log with a chain in it.
 */
package org.limpid.reference.mirage;

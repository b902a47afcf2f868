package org.limpid.reference.elasticflow;

import java.util.List;

/**
 * All that a run is given.
 *
 * @param machines of the cluster
 * @param slot seconds of a round
 * @param jobs ascending by submission
 * @param log takes what becomes of them
 * @param rows take what runs where
 */
record Scene(Machines machines, double slot, List<Job> jobs, JobLog log, EventLog rows) {}

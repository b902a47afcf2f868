package org.limpid.simulation.run;

import java.util.Optional;
import org.limpid.data.Estimates;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.sink.ClusterSeries;
import org.limpid.simulation.sink.JobRecords;

/**
 * What one policy did.
 *
 * @param policy its name
 * @param jobs what became of every job
 * @param cluster the state of the cluster over time
 * @param decisions why; {@link DecisionLog#EMPTY} unless that was asked for
 * @param snapshots states from which a changed run can go on
 * @param learnt the estimates that were made during the run; empty if none were
 */
public record PolicyResult(
    String policy,
    JobRecords jobs,
    ClusterSeries cluster,
    DecisionLog decisions,
    Snapshots snapshots,
    Optional<Estimates> learnt) {}

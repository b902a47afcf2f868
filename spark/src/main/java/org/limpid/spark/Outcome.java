package org.limpid.spark;

import java.io.Serializable;
import org.limpid.experiment.sweep.PointResult;

/**
 * What a task sends back.
 *
 * @param result what came of its point; null if its machine could not read the data
 * @param failure why it could not; empty if it could
 */
record Outcome(PointResult result, String failure) implements Serializable {}

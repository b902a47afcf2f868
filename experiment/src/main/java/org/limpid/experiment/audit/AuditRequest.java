package org.limpid.experiment.audit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which run to audit.
 *
 * @param run folder of the results, with decisions
 * @param policy name; empty: lucid if it was run, else the first
 * @param models folder of the models whose terms are named; empty: no terms are named
 * @param data folder of the data set; empty: where the run had it
 */
public record AuditRequest(
    Path run, Optional<String> policy, Optional<Path> models, Optional<Path> data) {}

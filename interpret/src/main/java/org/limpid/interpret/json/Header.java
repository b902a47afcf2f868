package org.limpid.interpret.json;

import org.limpid.files.Problems;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/**
 * What was read of a model before the members of its kind.
 *
 * @param task what it predicts
 * @param provenance where it comes from
 * @param problems what is wrong so far
 */
record Header(Task task, Provenance provenance, Problems problems) {}

package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to compare with predictions.
 *
 * @param model file of the model
 * @param csv rows with the target
 * @param target column of the target; empty: the one that the model was trained on
 * @param weights column that says how much each row counts, if there is one
 */
public record EvalRequest(
    Path model, Path csv, Optional<String> target, Optional<String> weights) {}

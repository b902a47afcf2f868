package org.limpid.app.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to compare with predictions.
 *
 * @param model file of the model
 * @param csv rows with the target
 * @param target column of the target; empty: the one that the model was trained on
 */
public record EvalRequest(Path model, Path csv, Optional<String> target) {}

package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.List;

/**
 * What to change in a model.
 *
 * @param model file of the model
 * @param steps the changes, in the order in which they are made
 * @param out where the changed model goes
 */
public record EditRequest(Path model, List<EditStep> steps, OutputFile out) {
  public EditRequest {
    steps = List.copyOf(steps);
  }
}

package org.limpid.models.tool;

import java.util.List;

/**
 * What became of a request to change a model.
 *
 * @param edits what was done, a sentence per change
 * @param notices what may surprise whoever asked for it
 */
public record EditReport(List<String> edits, List<String> notices) {
  public EditReport {
    edits = List.copyOf(edits);
    notices = List.copyOf(notices);
  }
}

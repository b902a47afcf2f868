package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to explain.
 *
 * @param model file of the model
 * @param term the term whose shape is wanted, if one is
 * @param row the row whose prediction is wanted, if one is
 * @param top most terms to show in a text
 */
public record ExplainRequest(Path model, Optional<String> term, Optional<RowOfFile> row, int top) {

  /**
   * A row of a CSV file.
   *
   * @param csv the file
   * @param number 1 for the first row below the names of columns
   */
  public record RowOfFile(Path csv, int number) {}
}

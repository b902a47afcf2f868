package org.limpid.models.tool;

import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.model.Row;

/** Explains models of one kind. */
interface Explainer {
  /** The model as a whole. */
  ExplainReport all(int top);

  /** The prediction for a row, with what was observed, if that is known. */
  ExplainReport row(Row row, Optional<String> actual, int top);

  /**
   * One term.
   *
   * @throws DataException if there is none of this name
   */
  default ExplainReport term(String name, int top) {
    throw new DataException(
        new Problem(
            "--term",
            0,
            "",
            name,
            "only explainable boosting machines have terms of a shape",
            "Maybe leave it out: the model is shown as a whole then."));
  }
}

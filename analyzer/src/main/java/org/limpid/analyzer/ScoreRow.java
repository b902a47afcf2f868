package org.limpid.analyzer;

import java.util.Objects;
import org.limpid.analyzer.score.ScoreErrors;

/**
 * How good one way to tell share scores is.
 *
 * @param method its name
 * @param inputs what it tells scores from
 * @param design how it was tested
 * @param leaks whether its inputs were measured in the pairs that the score is about
 * @param errors on the workloads tested
 */
public record ScoreRow(
    String method, String inputs, Design design, boolean leaks, ScoreErrors errors) {
  /** What is learnt from and what is tested on. */
  public enum Design {
    /** Every deep-learning model in turn is held out with all its pairs. */
    LEAVE_ONE_MODEL_OUT("leave one model out"),
    /** 20 workloads, of models that are learnt from as well. */
    ARTIFACT_SPLIT("split of the artifact");

    private final String label;

    Design(String label) {
      this.label = label;
    }

    /** The name in reports. */
    public String label() {
      return label;
    }
  }

  public ScoreRow {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(errors, "errors");
  }
}

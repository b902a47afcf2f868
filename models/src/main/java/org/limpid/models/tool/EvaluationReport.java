package org.limpid.models.tool;

import java.util.Map;
import java.util.Optional;

/** How good predictions are. */
public sealed interface EvaluationReport permits PredictionReport, SurvivalReport {
  /** A table for people. */
  String toText();

  /** What may surprise, a sentence. */
  Optional<String> notice();

  /** The same for programs. */
  Map<String, Object> toJson();
}

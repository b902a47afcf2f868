package org.limpid.plots.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.ModelChoice;

/** The models whose terms have shapes. */
final class Ebms {
  private Ebms() {}

  /** The explainable boosting machines of a folder, by name. */
  static Map<String, EbmModel> of(ModelFolder folder) {
    Map<String, EbmModel> ebms = new LinkedHashMap<>();
    folder
        .all()
        .forEach((name, model) -> {
          if (model instanceof EbmModel ebm) {
            ebms.put(name, ebm);
          }
        });
    return ebms;
  }

  /** The range of all terms of a model, if they are to share it. */
  static Optional<ScoreRange> sharedRange(EbmModel model, ModelChoice choice) {
    return choice.sharedScores()
        ? Optional.of(ScoreRange.of(TermExplanation.allOf(model)))
        : Optional.empty();
  }
}

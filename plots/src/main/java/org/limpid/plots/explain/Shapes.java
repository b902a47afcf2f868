package org.limpid.plots.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.models.ModelFolder;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.figure.ModelChoice;

/** Finds models whose terms have shapes, and draws those of one or two features. */
final class Shapes {
  private Shapes() {}

  /** The explainable boosting machines of a folder, by name. */
  static Map<String, EbmModel> models(ModelFolder folder) {
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

  /** Whether a term has few enough features. */
  static boolean canDraw(TermExplanation term) {
    return term.axes().size() <= 2;
  }

  /** The drawing of a term of one or two features. */
  static Drawing of(TermExplanation term, ShapeLook look) {
    if (!canDraw(term)) {
      throw new IllegalArgumentException("expected one or two features in " + term.term());
    }
    if (term.axes().size() == 2) {
      return new PairShape(term, look).drawing();
    }
    return switch (term.axes().getFirst()) {
      case FeatureAxis.Numeric numeric -> new NumericShape(term, numeric, look).drawing();
      case FeatureAxis.Categories categories -> new CategoryShape(term, categories, look).drawing();
    };
  }
}

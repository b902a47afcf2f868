package org.limpid.interpret.pmml;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.model.LinkFunction;

/** The tables of a regression model: an intercept and fields to add up, for each score. */
final class RegressionTables {
  private RegressionTables() {}

  /**
   * A field that is added to a score.
   *
   * @param field its name
   * @param coefficients its factor in each score; a 0 leaves it out
   */
  record Predictor(String field, double... coefficients) {}

  /** Writes a table for a regression, or one per class. */
  static void write(ModelHeader header, double[] intercept, List<Predictor> predictors)
      throws XMLStreamException {
    List<String> classes = header.classes();
    if (classes.isEmpty()) {
      table(header.xml(), null, intercept[0], predictors, 0);
    } else if (intercept.length == 1) {
      table(header.xml(), classes.get(1), intercept[0], predictors, 0);
      header
          .xml()
          .leaf("RegressionTable")
          .with("intercept", 0.0)
          .with("targetCategory", classes.get(0));
    } else {
      for (int k = 0; k < classes.size(); k++) {
        table(header.xml(), classes.get(k), intercept[k], predictors, k);
      }
    }
  }

  private static void table(
      PmmlOutput xml, String category, double intercept, List<Predictor> predictors, int score)
      throws XMLStreamException {
    xml.open("RegressionTable").with("intercept", intercept).with("targetCategory", category);
    for (Predictor predictor : predictors) {
      double coefficient = predictor.coefficients()[score];
      if (coefficient != 0) {
        xml.leaf("NumericPredictor")
            .with("name", predictor.field())
            .with("coefficient", coefficient);
      }
    }
    xml.close();
  }

  /** What PMML calls a link. */
  static String normalization(LinkFunction link) {
    return switch (link) {
      case IDENTITY -> "none";
      case LOG, LOG1P -> "exp";
      case LOGIT -> "logit";
      case SOFTMAX -> "softmax";
    };
  }
}

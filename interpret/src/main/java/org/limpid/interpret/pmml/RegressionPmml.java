package org.limpid.interpret.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;

/** A regression model: fields that are added up for each score, many of them looked up by a bin. */
abstract class RegressionPmml {
  final ModelHeader header;
  final PmmlOutput xml;
  private final List<Predictor> predictors = new ArrayList<>();

  RegressionPmml(ModelHeader header) {
    this.header = header;
    xml = header.xml();
  }

  /** A field that is added to each score, with its factor there; a factor of 0 leaves it out. */
  private record Predictor(String field, double... coefficients) {}

  /** Writes a model of this name; {@code missing} gives what stands for a missing value. */
  final void write(
      String name,
      String algorithm,
      LinkFunction link,
      double[] intercept,
      Function<Feature, Double> missing)
      throws XMLStreamException {
    header.writeDictionary();
    xml.open("RegressionModel")
        .with("modelName", name)
        .with("functionName", header.functionName())
        .with("algorithmName", algorithm)
        .with("normalizationMethod", normalization(link));
    header.writeSchema(ModelHeader.AS_IS, missing);
    writeTarget();
    xml.open("LocalTransformations");
    writeFields();
    xml.close();
    writeTables(intercept);
    xml.close();
  }

  /** Writes what is done to the sum, if anything is. */
  void writeTarget() throws XMLStreamException {}

  /** Writes the derived fields, and adds the predictors. */
  abstract void writeFields() throws XMLStreamException;

  final void add(String field, double... coefficients) {
    predictors.add(new Predictor(field, coefficients));
  }

  /** Adds a field that belongs to one score only; the result is its name. */
  final String addScore(String term, int score, int scoreCount) {
    String end = scoreCount == 1 ? "" : "[" + header.classes().get(score) + "]";
    String name = header.names().unique("score(" + term + ")" + end);
    double[] coefficients = new double[scoreCount];
    coefficients[score] = 1;
    add(name, coefficients);
    return name;
  }

  /** Gives the value of a bin, as text. */
  @FunctionalInterface
  interface Values {
    String of(int bin);
  }

  /** A field with a value for every bin of a numeric feature, and one for missing values. */
  final void numericField(
      String name, Feature feature, CutBins bins, String dataType, Values values)
      throws XMLStreamException {
    beginField(name, dataType);
    int last = bins.regularCount();
    xml.open("Discretize")
        .with("field", feature.name())
        .with("mapMissingTo", values.of(0))
        .with("defaultValue", values.of(last))
        .with("dataType", dataType);
    for (int bin = 1; bin <= last && last > 1; bin++) {
      xml.open("DiscretizeBin").with("binValue", values.of(bin));
      xml.leaf("Interval")
          .with("closure", bin == 1 ? "openOpen" : "closedOpen")
          .with("leftMargin", bin == 1 ? null : bins.cut(bin - 2))
          .with("rightMargin", bin == last ? null : bins.cut(bin - 1));
      xml.close();
    }
    xml.close().close();
  }

  /** A field with a value for every category, one for missing values and one for unseen ones. */
  final void categoricalField(
      String name, Feature.Categorical feature, String dataType, Values values)
      throws XMLStreamException {
    beginField(name, dataType);
    List<String> categories = feature.categories();
    xml.open("MapValues")
        .with("outputColumn", "s")
        .with("mapMissingTo", values.of(0))
        .with("defaultValue", values.of(categories.size() + 1))
        .with("dataType", dataType);
    xml.leaf("FieldColumnPair").with("field", feature.name()).with("column", "a");
    xml.open("InlineTable");
    for (int code = 0; code < categories.size(); code++) {
      xml.row("a", categories.get(code), "s", values.of(code + 1));
    }
    xml.close().close().close();
  }

  /** Begins a derived field. */
  final void beginField(String name, String dataType) throws XMLStreamException {
    String optype = dataType.equals("double") ? "continuous" : "categorical";
    xml.open("DerivedField").with("name", name).with("optype", optype).with("dataType", dataType);
  }

  /** A table for a regression, or one per class. */
  private void writeTables(double[] intercept) throws XMLStreamException {
    List<String> classes = header.classes();
    if (classes.isEmpty()) {
      table(null, intercept[0], 0);
    } else if (intercept.length == 1) {
      table(classes.get(1), intercept[0], 0);
      xml.leaf("RegressionTable").with("intercept", 0.0).with("targetCategory", classes.get(0));
    } else {
      for (int k = 0; k < classes.size(); k++) {
        table(classes.get(k), intercept[k], k);
      }
    }
  }

  private void table(String category, double intercept, int score) throws XMLStreamException {
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
  private static String normalization(LinkFunction link) {
    return switch (link) {
      case IDENTITY -> "none";
      case LOG, LOG1P -> "exp";
      case LOGIT -> "logit";
      case SOFTMAX -> "softmax";
    };
  }
}

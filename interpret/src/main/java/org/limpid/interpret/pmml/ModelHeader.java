package org.limpid.interpret.pmml;

import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/** The parts of a document that come before the model's own: fields, schema and outputs. */
record ModelHeader(Model model, PmmlNames names, PmmlOutput xml) {
  /** How categories that training did not see are treated when a model tells them apart. */
  static final String AS_IS = "asIs";

  /** How they are treated when they count as missing. */
  static final String AS_MISSING = "asMissing";

  /** The value of {@code functionName}. */
  String functionName() {
    return model.task() instanceof Task.Regression ? "regression" : "classification";
  }

  List<String> classes() {
    return model.task() instanceof Task.Classification classes ? classes.classes() : List.of();
  }

  void writeDictionary() throws XMLStreamException {
    xml.open("Header").with("description", model.provenance().trainer());
    xml.leaf("Application").with("name", "Limpid");
    xml.close();
    xml.open("DataDictionary").with("numberOfFields", model.features().size() + 1);
    writeField(names.target(), classes());
    for (Feature feature : model.features()) {
      writeField(
          feature.name(),
          feature instanceof Feature.Categorical categorical
              ? categorical.categories()
              : List.of());
    }
    xml.close();
  }

  private void writeField(String name, List<String> values) throws XMLStreamException {
    if (values.isEmpty()) {
      xml.leaf("DataField")
          .with("name", name)
          .with("optype", "continuous")
          .with("dataType", "double");
      return;
    }
    xml.open("DataField")
        .with("name", name)
        .with("optype", "categorical")
        .with("dataType", "string");
    for (String value : values) {
      xml.leaf("Value").with("value", value);
    }
    xml.close();
  }

  /**
   * Writes the mining schema, then the outputs. {@code unseen} says how categories are treated that
   * training did not see; {@code replacement} gives what stands for a missing value, or {@code
   * null}.
   */
  void writeSchema(String unseen, Function<Feature, Double> replacement) throws XMLStreamException {
    xml.open("MiningSchema");
    xml.leaf("MiningField").with("name", names.target()).with("usageType", "target");
    for (Feature feature : model.features()) {
      boolean categorical = feature instanceof Feature.Categorical;
      xml.leaf("MiningField")
          .with("name", feature.name())
          .with("invalidValueTreatment", categorical ? unseen : null)
          .with("missingValueReplacement", replacement.apply(feature));
    }
    xml.close();
    writeOutputs();
  }

  private void writeOutputs() throws XMLStreamException {
    if (classes().isEmpty()) {
      return;
    }
    xml.open("Output");
    for (String name : classes()) {
      xml.leaf("OutputField")
          .with("name", names.unique("probability(" + name + ")"))
          .with("optype", "continuous")
          .with("dataType", "double")
          .with("feature", "probability")
          .with("value", name);
    }
    xml.close();
  }
}

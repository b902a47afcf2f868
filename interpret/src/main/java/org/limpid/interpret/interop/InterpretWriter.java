package org.limpid.interpret.interop;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Link;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.json.ProvenanceJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Task;

/** Writes one model as interpret does. */
final class InterpretWriter {
  private static final Set<String> FLAGS = Set.of("false", "true");

  private final EbmModel model;

  InterpretWriter(EbmModel model) {
    this.model = model;
  }

  void write(JsonOutput out) throws IOException {
    check();
    out.beginObject().text("version", InterpretJson.VERSION);
    out.beginObject("ebm");
    writeOutput(out);
    writeIntercepts(out);
    writeParameters(out);
    writeFeatures(out);
    writeTerms(out);
    out.endObject();
    out.beginObject("limpid");
    ProvenanceJson.write(model.provenance(), out);
    out.endObject().endObject().finish();
  }

  private void check() {
    Problems problems = new Problems();
    if (model.link() == Link.LOG1P) {
      problems.add(unsupported("the link log1p", "Maybe train with the link log or identity."));
    }
    if (model.clip().isPresent()) {
      problems.add(unsupported("a clipped response", "Maybe export to PMML or Java instead."));
    }
    problems.throwIfAny();
  }

  private static Problem unsupported(String what, String hint) {
    return new Problem("model", 0, "", "", "the format of interpret lacks " + what, hint);
  }

  private void writeOutput(JsonOutput out) throws IOException {
    out.beginArray("outputs").beginObject();
    switch (model.task()) {
      case Task.Regression _ -> out.text("task", "regression");
      case Task.Classification classification ->
          out.text("task", "classification").json("classes", classes(classification.classes()));
    }
    writeKept(ImportedProvenance.OF_OUTPUT, out);
    out.text("link", linkName());
    if (!model.provenance().parameters().containsKey("output.link_param")) {
      out.text("link_param", "nan");
    }
    out.endObject().endArray();
  }

  /** Numbers and flags are written as such, as a trainer in Python would mostly have had them. */
  private static String classes(List<String> classes) {
    boolean bare =
        FLAGS.containsAll(classes)
            || classes.stream().allMatch(name -> name.matches("0|-?[1-9]\\d{0,14}"));
    return JsonOutput.arrayOf(bare ? classes : classes.stream().map(JsonOutput::quoted).toList());
  }

  private String linkName() {
    return switch (model.link()) {
      case IDENTITY -> "identity";
      case LOG -> "log";
      case LOGIT -> "logit";
      case SOFTMAX -> "mlogit";
      case LOG1P -> throw new IllegalStateException();
    };
  }

  private void writeKept(String prefix, JsonOutput out) throws IOException {
    for (Map.Entry<String, String> kept : model.provenance().parameters().entrySet()) {
      if (kept.getKey().startsWith(prefix)) {
        out.json(kept.getKey().substring(prefix.length()), JsonGuess.of(kept.getValue()));
      }
    }
  }

  private void writeIntercepts(JsonOutput out) throws IOException {
    out.numbers("intercept", model.intercept());
    if (model.bagCount() == 0) {
      return;
    }
    double[][] bags = model.bagIntercepts();
    if (model.scoreCount() == 1) {
      out.numbers("bagged_intercept", Arrays.stream(bags).mapToDouble(bag -> bag[0]).toArray());
    } else {
      out.numbers("bagged_intercept", bags);
    }
    out.numbers("bag_weights", model.bagWeights());
  }

  private void writeParameters(JsonOutput out) throws IOException {
    writeKept(ImportedProvenance.OF_MODEL, out);
    out.beginObject("implementation_params");
    for (Map.Entry<String, String> parameter : model.provenance().parameters().entrySet()) {
      String name = parameter.getKey();
      boolean kept =
          name.startsWith(ImportedProvenance.OF_MODEL)
              || name.startsWith(ImportedProvenance.OF_OUTPUT);
      if (!kept) {
        out.json(name, JsonGuess.of(parameter.getValue()));
      }
    }
    out.endObject();
  }

  private void writeFeatures(JsonOutput out) throws IOException {
    out.beginArray("features");
    for (int i = 0; i < model.features().size(); i++) {
      out.beginObject();
      write(model.binnedFeatures().get(i), mainTerm(i), out);
      out.endObject();
    }
    out.endArray();
  }

  private Term mainTerm(int feature) {
    return model.terms().stream()
        .filter(term -> term.order() == 1 && term.feature(0) == feature)
        .findFirst()
        .orElse(null);
  }

  private static void write(EbmFeature feature, Term main, JsonOutput out) throws IOException {
    out.text("name", feature.name());
    switch (feature.feature()) {
      case Feature.Numeric _ -> out.text("type", "continuous");
      case Feature.Nominal _ -> out.text("type", "nominal");
      case Feature.Ordinal _ -> out.text("type", "ordinal");
    }
    out.wholeNumber("num_unique_vals", feature.summary().distinctCount());
    if (feature.feature() instanceof Feature.Categorical categorical) {
      out.beginArray("categories");
      for (int i = 0; i < feature.resolutions().size(); i++) {
        out.texts(categorical.categories());
      }
      out.endArray();
    } else {
      out.numbers(
          "cuts",
          feature.resolutions().stream()
              .map(bins -> ((CutBins) bins).cuts())
              .toArray(double[][]::new));
      write(feature.summary(), main, out);
    }
  }

  /** The bars at both ends are those of missing and unseen values. */
  private static void write(FeatureSummary summary, Term main, JsonOutput out) throws IOException {
    if (Double.isNaN(summary.minimum())) {
      return;
    }
    out.number("min", summary.minimum()).number("max", summary.maximum());
    double[] regular = summary.densityWeights();
    if (regular.length > 0) {
      double[] weights = new double[regular.length + 2];
      System.arraycopy(regular, 0, weights, 1, regular.length);
      weights[0] = main == null ? 0 : main.binWeight(0);
      weights[weights.length - 1] = main == null ? 0 : main.binWeight(main.cellCount() - 1);
      out.numbers("histogram_weights", weights);
    }
  }

  private void writeTerms(JsonOutput out) throws IOException {
    out.beginArray("terms");
    for (Term term : model.terms()) {
      out.beginObject();
      write(term, out);
      out.endObject();
    }
    out.endArray();
  }

  private void write(Term term, JsonOutput out) throws IOException {
    int[] shape = model.bins(term).stream().mapToInt(bins -> bins.count()).toArray();
    IntStream scores = term.scoreCount() == 1 ? IntStream.empty() : IntStream.of(term.scoreCount());
    int[] scoreShape = IntStream.concat(IntStream.of(shape), scores).toArray();
    out.texts(
        "term_features",
        IntStream.of(term.features()).mapToObj(i -> model.features().get(i).name()).toList());
    writeTensor("scores", term.scores(), scoreShape, out);
    if (term.deviations().length > 0) {
      writeTensor("standard_deviations", term.deviations(), scoreShape, out);
    }
    if (term.hasBags()) {
      out.beginArray("bagged_scores");
      for (double[] bag : term.bagScores()) {
        writeTensor(bag, scoreShape, 0, 0, out);
      }
      out.endArray();
    }
    writeTensor("bin_weights", term.binWeights(), shape, out);
  }

  private static void writeTensor(String name, double[] numbers, int[] shape, JsonOutput out)
      throws IOException {
    if (shape.length == 1) {
      out.numbers(name, numbers);
      return;
    }
    out.beginArray(name);
    writeElements(numbers, shape, 0, 0, out);
    out.endArray();
  }

  private static void writeTensor(
      double[] numbers, int[] shape, int dimension, int from, JsonOutput out) throws IOException {
    if (dimension == shape.length - 1) {
      out.numbers(numbers, from, from + shape[dimension]);
      return;
    }
    out.beginArray();
    writeElements(numbers, shape, dimension, from, out);
    out.endArray();
  }

  private static void writeElements(
      double[] numbers, int[] shape, int dimension, int from, JsonOutput out) throws IOException {
    int size = Arrays.stream(shape).skip(dimension + 1L).reduce(1, Math::multiplyExact);
    for (int i = 0; i < shape[dimension]; i++) {
      writeTensor(numbers, shape, dimension + 1, from + i * size, out);
    }
  }
}

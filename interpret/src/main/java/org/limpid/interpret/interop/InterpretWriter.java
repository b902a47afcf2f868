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
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.interop.InterpretReader.ImportedProvenance;
import org.limpid.interpret.json.ProvenanceJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one model as interpret does, with every member that its reader asks for: what the model
 * does not know has {@link Placeholders}.
 */
final class InterpretWriter {
  private static final Set<String> FLAGS = Set.of("false", "true");

  private final Placeholders placeholders;
  private final EbmModel model;

  InterpretWriter(EbmModel model) {
    placeholders = new Placeholders(model);
    this.model = placeholders.complete();
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
    out.texts(Placeholders.KEY, placeholders.places());
    out.endObject().endObject().finish();
  }

  private void check() {
    Problems problems = new Problems();
    if (model.link() == LinkFunction.LOG1P) {
      problems.add(unsupported("the link log1p", "Maybe train with the link log or identity."));
    }
    if (model.clip().isPresent()) {
      problems.add(unsupported("a clipped response", "Maybe export to PMML or Java instead."));
    }
    model
        .offset()
        .ifPresent(name ->
            problems.add(
                unsupported("an offset (%s)".formatted(name), "Maybe export to PMML or SQL.")));
    problems.throwIfAny();
  }

  private static Problem unsupported(String what, String hint) {
    return Problem.of("model", "the format of interpret lacks " + what, hint);
  }

  private void writeOutput(JsonOutput out) throws IOException {
    out.beginArray("outputs").beginObject();
    switch (model.task()) {
      case Task.Regression _ -> out.text("task", "regression");
      case Task.Classification classification ->
          writeClasses(classification.classes(), out.text("task", "classification"));
    }
    writeKept(ImportedProvenance.OF_OUTPUT, out);
    out.text("link", linkName());
    if (!keeps(ImportedProvenance.OF_OUTPUT + "link_param")) {
      out.text("link_param", "nan");
    }
    if (model.task() instanceof Task.Regression) {
      writeRange(out);
    }
    out.endObject().endArray();
  }

  private boolean keeps(String name) {
    return model.provenance().parameters().containsKey(name);
  }

  /** That of the target in training; where it is not known, that of all possible predictions. */
  private void writeRange(JsonOutput out) throws IOException {
    if (!keeps(Provenance.MINIMUM) || !keeps(Provenance.MAXIMUM)) {
      PredictionRange range = PredictionRange.of(model);
      out.number("min_target", range.minimum()).number("max_target", range.maximum());
    }
  }

  /** Numbers and flags are written as such, as a trainer in Python would mostly have had them. */
  private static void writeClasses(List<String> classes, JsonOutput out) throws IOException {
    boolean bare =
        FLAGS.containsAll(classes)
            || classes.stream().allMatch(name -> name.matches("0|-?[1-9]\\d{0,14}"));
    if (bare) {
      out.json("classes", classes);
    } else {
      out.texts("classes", classes);
    }
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
        JsonGuess.write(kept.getKey().substring(prefix.length()), kept.getValue(), out);
      }
    }
  }

  private void writeIntercepts(JsonOutput out) throws IOException {
    out.numbers("intercept", model.intercept());
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
    if (!keeps(ImportedProvenance.OF_MODEL + "best_iteration")) {
      out.numbers("best_iteration", new double[stages()][model.bagCount()]);
    }
    if (!keeps(ImportedProvenance.OF_MODEL + "implementation")) {
      out.text("implementation", "limpid");
    }
    out.beginObject("implementation_params");
    for (Map.Entry<String, String> parameter : model.provenance().parameters().entrySet()) {
      String name = parameter.getKey();
      boolean kept =
          name.startsWith(ImportedProvenance.OF_MODEL)
              || name.startsWith(ImportedProvenance.OF_OUTPUT);
      if (!kept) {
        JsonGuess.write(name, parameter.getValue(), out);
      }
    }
    out.endObject();
  }

  /** Single features, and pairs if there are some. */
  private int stages() {
    return model.terms().stream().anyMatch(term -> term.order() > 1) ? 2 : 1;
  }

  private void writeFeatures(JsonOutput out) throws IOException {
    out.beginArray("features");
    for (int i = 0; i < model.features().size(); i++) {
      out.beginObject();
      write(model.binnedFeatures().get(i), i, out);
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

  private void write(EbmFeature feature, int position, JsonOutput out) throws IOException {
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
      write(feature.summary(), position, out);
    }
  }

  private void write(FeatureSummary summary, int position, JsonOutput out) throws IOException {
    if (Double.isNaN(summary.minimum()) || Double.isNaN(summary.maximum())) {
      placeholders.noteRange(position);
      out.text("min", "nan").text("max", "nan");
    } else {
      out.number("min", summary.minimum()).number("max", summary.maximum());
    }
    out.numbers("histogram_weights", histogram(summary, position));
  }

  /** The bars at both ends are those of missing and unseen values. */
  private double[] histogram(FeatureSummary summary, int position) {
    Term main = mainTerm(position);
    double[] bins = main == null ? new double[2] : main.binWeights();
    double total = Arrays.stream(bins, 1, bins.length - 1).sum();
    double[] bars = placeholders.density(summary, position, total);
    double[] weights = new double[bars.length + 2];
    System.arraycopy(bars, 0, weights, 1, bars.length);
    weights[0] = bins[0];
    weights[weights.length - 1] = bins[bins.length - 1];
    return weights;
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
    writeTensor("standard_deviations", term.deviations(), scoreShape, out);
    out.beginArray("bagged_scores");
    for (double[] bag : term.bagScores()) {
      writeTensor(bag, scoreShape, 0, 0, out);
    }
    out.endArray();
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

  /**
   * Finite bounds of what a regression can predict: intercept and the lowest or highest score of
   * each term.
   */
  private record PredictionRange(double minimum, double maximum) {
    static PredictionRange of(EbmModel model) {
      double[] lowest = model.intercept();
      double[] highest = model.intercept();
      for (Term term : model.terms()) {
        lowest[0] += Arrays.stream(term.scores()).min().orElseThrow();
        highest[0] += Arrays.stream(term.scores()).max().orElseThrow();
      }
      model.respond(lowest, lowest);
      model.respond(highest, highest);
      return new PredictionRange(finite(lowest[0]), finite(highest[0]));
    }

    private static double finite(double prediction) {
      return Math.clamp(prediction, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
  }

  /** Makes JSON of the text that a parameter is kept as. */
  private static final class JsonGuess {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<JsonToken> OPENING =
        Set.of(JsonToken.START_ARRAY, JsonToken.START_OBJECT);

    private JsonGuess() {}

    /** As it stands where it is one JSON value on its own, else as a text. */
    static void write(String name, String text, JsonOutput out) throws IOException {
      if (isJson(text)) {
        out.json(name, text);
      } else {
        out.text(name, text);
      }
    }

    private static boolean isJson(String text) {
      try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_STRING) {
          return false;
        }
        if (OPENING.contains(first)) {
          parser.skipChildren();
        }
        return parser.nextToken() == null;
      } catch (JacksonException e) {
        return false;
      }
    }
  }
}

package org.limpid.interpret.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

/**
 * Each key that interpret's reader asks for, of the type and shape that it needs.
 *
 * <p>The lists are those of {@code UNTESTED_from_jsonable} in {@code
 * python/interpret-core/interpret/glassbox/_ebm/_json.py} of github.com/interpretml/interpret, as
 * of its commit a6f312027f1f. Version 0.7 calls {@code breakpoint_iteration} {@code
 * best_iteration}; else 0.7.8 asks for the same, as the file that it wrote itself confirms ({@link
 * ReferenceModelTest}). Bounds of histograms: {@code make_all_histogram_edges} in {@code
 * python/interpret-core/interpret/utils/_histogram.py}, commit 43f3a2f7d168.
 */
class InterpretKeysTest {
  private static final List<String> MODEL =
      List.of(
          "outputs",
          "intercept",
          "bag_weights",
          "best_iteration",
          "implementation",
          "features",
          "terms");
  private static final List<String> OUTPUT = List.of("link", "link_param");
  private static final List<String> REGRESSION = List.of("min_target", "max_target");
  private static final List<String> CLASSIFICATION = List.of("classes");
  private static final List<String> FEATURE = List.of("name", "type", "num_unique_vals");
  private static final List<String> CONTINUOUS = List.of("cuts", "min", "max", "histogram_weights");
  private static final List<String> CATEGORICAL = List.of("categories");
  private static final List<String> TERM =
      List.of("term_features", "scores", "standard_deviations", "bagged_scores", "bin_weights");

  static Stream<EbmModel> models() {
    return Stream.concat(wholeModels(), Stream.of(bare(List.of(0.5, 7.0))));
  }

  /** Those whose densities the format can hold. */
  static Stream<EbmModel> wholeModels() {
    return Stream.of(
        trained(0, false),
        trained(2, true),
        trained(4, true),
        SampleModels.ebm(SampleModels.REGRESSION),
        SampleModels.ebm(SampleModels.BINARY),
        SampleModels.ebm(SampleModels.MULTICLASS),
        SampleModels.ebm(SampleModels.REGRESSION, LinkFunction.LOG, Optional.empty(), false),
        SampleModels.ebm(SampleModels.MULTICLASS, LinkFunction.SOFTMAX, Optional.empty(), false),
        edited(),
        bare(List.of()));
  }

  /** Two numbers, one with gaps, and a text; pairs; 0 classes stand for a regression. */
  private static EbmModel trained(int classCount, boolean weighted) {
    Random random = new Random(classCount + 1);
    int rows = 240;
    double[] load = random.doubles(rows, -3, 9).toArray();
    String[] queue = new String[rows];
    Arrays.setAll(queue, row -> row % 13 == 0 ? null : " q" + random.nextInt(4));
    double[] y = new double[rows];
    Arrays.setAll(
        y, row -> classCount == 0 ? load[row] * 2 - 100 : (row + random.nextInt(2)) % classCount);
    Table table =
        Table.of(
            NumericColumn.of("load", load),
            NumericColumn.generate("gaps", rows, row -> row % 7 == 0 ? Double.NaN : row / 8),
            TextColumn.of("queue", queue),
            NumericColumn.of("y", y));
    TrainingSet data =
        classCount == 0
            ? TrainingSet.regression(table, "y")
            : TrainingSet.classification(table, "y");
    EbmParameters parameters =
        EbmParameters.defaults(data.target().task())
            .with(EbmParameter.OUTER_BAGS, 3)
            .with(EbmParameter.INTERACTIONS, 2)
            .with(EbmParameter.MAX_ROUNDS, 30);
    double[] weights = random.doubles(rows, 0.5, 3).toArray();
    return new EbmTrainer(parameters, 1).train(weighted ? data.withWeights(weights) : data);
  }

  private static EbmModel edited() {
    return EbmEditor.of(SampleModels.ebm(SampleModels.REGRESSION))
        .remove("load", "load & a b")
        .purify()
        .model();
  }

  /** A feature without range and density; with cuts that interpret can put no edges between. */
  private static EbmModel bare(List<Double> bars) {
    boolean narrow = !bars.isEmpty();
    double[] weights = bars.stream().mapToDouble(Double::doubleValue).toArray();
    FeatureSummary summary =
        narrow
            ? new FeatureSummary(
                1, Math.nextUp(1.0), 2, new double[] {1, 1, Math.nextUp(1.0)}, weights)
            : new FeatureSummary(Double.NaN, Double.NaN, 0, new double[0], new double[0]);
    Term term =
        new Term(
            new int[] {0},
            new double[] {0, -1, 3, 0},
            new double[0],
            new double[0][],
            new double[] {2, 3, 4, 0});
    return new EbmModel(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        Optional.empty(),
        List.of(
            new EbmFeature(
                new Feature.Numeric("x"), List.of(new CutBins(Math.nextUp(1.0))), summary)),
        List.of(term),
        new double[] {10},
        new double[0][],
        new double[0],
        new Provenance("by hand", "", 9, "y", Map.of(), 0, List.of()));
  }

  private static byte[] export(EbmModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InterpretJson.write(model, out);
    return out.toByteArray();
  }

  private static JsonObject ebm(EbmModel model) throws IOException {
    JsonObject file = JsonFile.read(new ByteArrayInputStream(export(model)), "export");
    return (JsonObject) file.members().get("ebm");
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyKeyIsThereInItsShape(EbmModel model) throws IOException {
    JsonObject ebm = ebm(model);
    assertHas(MODEL, ebm);
    int bags = Math.max(1, model.bagCount());
    assertOutput(model, ebm);
    assertShape(ebm, "intercept", model.scoreCount());
    assertShape(ebm, "bag_weights", bags);
    assertShape(ebm, "bagged_intercept", withScores(model, bags));
    assertWholeNumbers(ebm, bags);
    List<JsonValue> features = elements(ebm, "features");
    assertEquals(model.features().size(), features.size());
    for (int i = 0; i < features.size(); i++) {
      assertFeature(model.binnedFeatures().get(i), (JsonObject) features.get(i));
    }
    List<JsonValue> terms = elements(ebm, "terms");
    assertEquals(model.terms().size(), terms.size());
    for (int i = 0; i < terms.size(); i++) {
      assertTerm(model, model.terms().get(i), bags, (JsonObject) terms.get(i));
    }
  }

  private static void assertHas(List<String> keys, JsonObject object) {
    assertTrue(object.members().keySet().containsAll(keys), object.members().keySet().toString());
  }

  private static void assertOutput(EbmModel model, JsonObject ebm) {
    assertEquals(1, elements(ebm, "outputs").size());
    JsonObject output = (JsonObject) elements(ebm, "outputs").getFirst();
    assertHas(OUTPUT, output);
    if (model.task() instanceof Task.Classification) {
      assertHas(CLASSIFICATION, output);
      return;
    }
    assertHas(REGRESSION, output);
    assertTrue(number(output, "min_target") <= number(output, "max_target"));
  }

  /** {@code np.array(best_iteration, np.int64)}: a row per stage, a column per bag. */
  private static void assertWholeNumbers(JsonObject ebm, int bags) {
    for (JsonValue stage : elements(ebm, "best_iteration")) {
      double[] rounds = ((JsonNumbers) stage).values();
      assertEquals(bags, rounds.length);
      assertTrue(Arrays.stream(rounds).allMatch(count -> count == Math.rint(count)));
    }
  }

  private static void assertFeature(EbmFeature feature, JsonObject found) {
    assertHas(FEATURE, found);
    assertEquals(feature.name(), text(found, "name"));
    int levels = feature.resolutions().size();
    if (feature.feature() instanceof Feature.Categorical categorical) {
      assertHas(CATEGORICAL, found);
      assertEquals(levels, elements(found, "categories").size());
      for (JsonValue level : elements(found, "categories")) {
        List<JsonValue> names = ((JsonArray) level).elements();
        assertEquals(
            categorical.categories(),
            names.stream().map(name -> ((JsonScalar) name).text()).toList());
      }
      return;
    }
    assertHas(CONTINUOUS, found);
    assertEquals(levels, elements(found, "cuts").size());
    assertHistogram(found);
  }

  /** interpret puts {@code len(weights) - 3} cuts between minimum and maximum, or refuses. */
  private static void assertHistogram(JsonObject feature) {
    double[] weights = ((JsonNumbers) feature.members().get("histogram_weights")).values();
    assertTrue(weights.length >= 3, Arrays.toString(weights));
    if (text(feature, "min").equals("nan")) {
      assertEquals("nan", text(feature, "max"));
      return;
    }
    double width = (number(feature, "max") - number(feature, "min")) / (weights.length - 2);
    double largest = Math.max(Math.abs(number(feature, "min")), number(feature, "max"));
    assertTrue(weights.length == 3 || width > Math.ulp(largest), feature.toString());
  }

  private static void assertTerm(EbmModel model, Term term, int bags, JsonObject found) {
    assertHas(TERM, found);
    List<String> names =
        elements(found, "term_features").stream().map(name -> ((JsonScalar) name).text()).toList();
    assertEquals(model.name(term), String.join(" & ", names));
    int[] bins = model.bins(term).stream().mapToInt(Bins::count).toArray();
    assertShape(found, "bin_weights", bins);
    assertShape(found, "scores", withScores(model, bins));
    assertShape(found, "standard_deviations", withScores(model, bins));
    int[] inBags = new int[bins.length + 1];
    inBags[0] = bags;
    System.arraycopy(bins, 0, inBags, 1, bins.length);
    assertShape(found, "bagged_scores", withScores(model, inBags));
  }

  private static int[] withScores(EbmModel model, int... shape) {
    int[] all = Arrays.copyOf(shape, shape.length + 1);
    all[shape.length] = model.scoreCount();
    return model.scoreCount() == 1 ? shape : all;
  }

  private static void assertShape(JsonObject object, String key, int... shape) {
    assertShape(object.members().get(key), key, shape, 0);
  }

  private static void assertShape(JsonValue value, String key, int[] shape, int dimension) {
    if (value instanceof JsonNumbers numbers) {
      assertEquals(shape.length - 1, dimension, key);
      assertEquals(shape[dimension], numbers.values().length, key);
    } else if (value instanceof JsonArray array) {
      assertEquals(shape[dimension], array.elements().size(), key);
      array.elements().forEach(element -> assertShape(element, key, shape, dimension + 1));
    } else {
      fail(key + " is no array of numbers");
    }
  }

  private static List<JsonValue> elements(JsonObject object, String key) {
    return switch (object.members().get(key)) {
      case JsonArray array -> array.elements();
      case JsonNumbers numbers -> List.of(numbers);
      case JsonValue other -> throw new AssertionError(key + " is " + other);
    };
  }

  private static String text(JsonObject object, String key) {
    return ((JsonScalar) object.members().get(key)).text();
  }

  private static double number(JsonObject object, String key) {
    return Double.parseDouble(text(object, key));
  }

  @Test
  void theRangeOfTheTargetIsThatOfTheTraining() throws IOException {
    EbmModel model = trained(0, false);
    JsonObject output = (JsonObject) elements(ebm(model), "outputs").getFirst();
    assertEquals(-106, number(output, "min_target"), 0.2);
    assertEquals(-82, number(output, "max_target"), 0.2);
  }

  /** By hand: 10 - 1 and 10 + 3. */
  @Test
  void anUnknownRangeIsThatOfAllPredictions() throws IOException {
    JsonObject output = (JsonObject) elements(ebm(bare(List.of())), "outputs").getFirst();
    assertEquals(9, number(output, "min_target"));
    assertEquals(13, number(output, "max_target"));
  }

  /** By hand: rows in the regular bins weigh 3 + 4, missing ones 2. */
  @Test
  void standInsSayTheMostThatIsKnown() throws IOException {
    JsonObject ebm = ebm(bare(List.of()));
    JsonObject feature = (JsonObject) elements(ebm, "features").getFirst();
    assertArrayEquals(
        new double[] {2, 7, 0},
        ((JsonNumbers) feature.members().get("histogram_weights")).values());
    assertArrayEquals(new double[] {9}, ((JsonNumbers) ebm.members().get("bag_weights")).values());
    assertArrayEquals(
        new double[] {10}, ((JsonNumbers) ebm.members().get("bagged_intercept")).values());
    assertEquals("limpid", text(ebm, "implementation"));
  }

  /** Stand-ins do not become knowledge, and predictions are the same bit for bit. */
  @ParameterizedTest
  @MethodSource("wholeModels")
  void theModelComesBackAsItWas(EbmModel model) throws IOException {
    byte[] file = export(model);
    EbmModel again = InterpretJson.read(new ByteArrayInputStream(file), "export");
    InterpretJsonTest.assertSame(model, again);
    double[] expected = new double[model.task().outputCount()];
    double[] found = new double[expected.length];
    for (Row row : SampleModels.rows(model, 60)) {
      model.predict(row, expected);
      again.predict(row, found);
      assertArrayEquals(expected, found);
    }
  }

  /** As if Python had written it: what stands in is believed, and predicts the same. */
  @Test
  void aFileWithoutOurMemberIsReadWithItsStandIns() throws IOException {
    String text = new String(export(bare(List.of())), StandardCharsets.UTF_8);
    String foreign = text.substring(0, text.indexOf("\"limpid\": {")).replaceFirst(",\\s*$", "}");
    EbmModel read =
        InterpretJson.read(
            new ByteArrayInputStream(foreign.getBytes(StandardCharsets.UTF_8)), "foreign");
    assertEquals(1, read.bagCount());
    assertEquals(13, read.predict(read.newRow().set("x", 2)));
    assertTrue(Double.isNaN(read.binnedFeatures().getFirst().summary().minimum()));
  }

  /** Places that are none, or no texts, take nothing away. */
  @ParameterizedTest
  @ValueSource(strings = {"\"nowhere\"", "\"ebm.terms[9].scores\"", "7"})
  void oddStandInsAreOverlooked(String place) throws IOException {
    String text = new String(export(bare(List.of())), StandardCharsets.UTF_8);
    String changed = text.replace("\"ebm.bag_weights\"", place);
    byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
    assertEquals(1, InterpretJson.read(new ByteArrayInputStream(bytes), "changed").bagCount());
  }
}

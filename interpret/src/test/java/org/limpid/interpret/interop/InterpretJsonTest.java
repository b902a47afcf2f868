package org.limpid.interpret.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

class InterpretJsonTest {
  /** Three classes; a pair whose features stand in the other order; written as interpret does. */
  private static final String SMALL =
      """
      {"version": "1.0", "ebm": {
        "outputs": [{"task": "classification", "classes": [1, 2, 3],
          "link": "mlogit", "link_param": "nan"}],
        "intercept": [0.5, 0.25, 0.0],
        "bagged_intercept": [[0.5, 0.25, 0.0]],
        "bag_weights": [3.0],
        "best_iteration": [[7]],
        "implementation": "python",
        "implementation_params": {"max_bins": 1024, "interactions": "3x", "exclude": null,
          "early_stopping_tolerance": 1e-05, "random_state": 42},
        "features": [
          {"name": "x", "type": "continuous", "num_unique_vals": 3, "cuts": [[1.0]],
            "min": 0.0, "max": 2.0, "histogram_weights": [0.0, 1.0, 2.0, 0.0]},
          {"name": "k", "type": "nominal", "num_unique_vals": 1, "categories": [["a"]]}],
        "terms": [{"term_features": ["k", "x"],
          "scores": [
            [[1, 0, 0], [2, 0, 0], [3, 0, 0], [4, 0, 0]],
            [[5, 0, 0], [6, 0, 0], [7, 0, 0], [8, 0, 0]],
            [[9, 0, 0], [10, 0, 0], [11, 0, 0], [12, 0, 1]]],
          "bin_weights": [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]}]}}
      """;

  static List<EbmModel> models() {
    return List.of(
        SampleModels.ebm(SampleModels.REGRESSION),
        SampleModels.ebm(SampleModels.BINARY),
        SampleModels.ebm(SampleModels.MULTICLASS),
        SampleModels.ebm(SampleModels.BINARY, LinkFunction.SOFTMAX, Optional.empty(), true),
        SampleModels.ebm(SampleModels.REGRESSION, LinkFunction.LOG, Optional.empty(), false));
  }

  private static byte[] export(EbmModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InterpretJson.write(model, out);
    return out.toByteArray();
  }

  private static EbmModel read(String text) {
    return InterpretJson.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "model.json");
  }

  /** Equal in every number: our own format shows all of them. */
  static void assertSame(EbmModel expected, EbmModel found) throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    ModelJson.write(expected, one);
    ModelJson.write(found, other);
    assertEquals(one.toString(StandardCharsets.UTF_8), other.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsExportedIsImportedAsTheSameModel(EbmModel model) throws IOException {
    String text = new String(export(model), StandardCharsets.UTF_8);
    assertSame(model, read(text));
    assertEquals(text, new String(export(read(text)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void trainedModelsSurviveBothFormats(int classCount) throws IOException {
    EbmModel model = trained(classCount);
    assertSame(model, read(new String(export(model), StandardCharsets.UTF_8)));
    ByteArrayOutputStream own = new ByteArrayOutputStream();
    ModelJson.write(model, own);
    byte[] bytes = own.toByteArray();
    assertSame(model, (EbmModel) ModelJson.read(new ByteArrayInputStream(bytes), "own"));
  }

  /** Numbers, some with gaps, 200 rows; 0 classes stand for a regression. */
  private static EbmModel trained(int classCount) {
    Random random = new Random(classCount);
    double[] numbers = new double[200];
    double[] others = new double[200];
    double[] target = new double[200];
    for (int i = 0; i < target.length; i++) {
      numbers[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian() * 7 + 0.1;
      others[i] = random.nextInt(4);
      target[i] = classCount == 0 ? random.nextDouble() : random.nextInt(classCount);
    }
    Table table =
        Table.of(
            NumericColumn.of("x", numbers),
            NumericColumn.of("k", others),
            NumericColumn.of("y", target));
    TrainingSet data =
        classCount == 0
            ? TrainingSet.regression(table, "y")
            : TrainingSet.classification(table, "y");
    EbmParameters parameters =
        EbmParameters.defaults(data.target().task())
            .with(EbmParameter.OUTER_BAGS, 3)
            .with(EbmParameter.INTERACTIONS, 1)
            .with(EbmParameter.MAX_ROUNDS, 20);
    return new EbmTrainer(parameters, 1).train(data);
  }

  /** x = 1.5 is in the second bin (2), k = "a" in bin 1: row 1, column 2 of the table is 7. */
  @Test
  void featuresOfATermMayStandInAnyOrder() {
    EbmModel model = read(SMALL);
    double[] sums = new double[3];
    Row row = model.newRow().set("x", 1.5).set("k", "a");
    model.score(row, sums);
    assertArrayEquals(new double[] {7.5, 0.25, 0}, sums);
    assertEquals(7, model.terms().getFirst().binWeight(model.cell(0, row)));
    model.score(model.newRow().set("k", "other"), sums);
    assertArrayEquals(new double[] {9.5, 0.25, 0}, sums);
  }

  @Test
  void classesParametersAndDensityAreKept() throws IOException {
    EbmModel model = read(SMALL);
    assertEquals(new Task.Classification(List.of("1", "2", "3")), model.task());
    assertEquals("3x", model.provenance().parameters().get("interactions"));
    assertEquals("1e-05", model.provenance().parameters().get("early_stopping_tolerance"));
    assertEquals("[[7]]", model.provenance().parameters().get("ebm.best_iteration"));
    assertEquals(42, model.provenance().seed());
    assertArrayEquals(
        new double[] {0, 1, 2}, model.binnedFeatures().getFirst().summary().densityEdges());
    String text = new String(export(model), StandardCharsets.UTF_8);
    assertTrue(text.contains("\"classes\": [1, 2, 3]"), text);
    assertTrue(text.contains("\"best_iteration\": [[7]]"), text);
    assertTrue(text.contains("\"exclude\": null"), text);
    assertTrue(text.contains("\"early_stopping_tolerance\": 1e-05"), text);
  }

  /** What to_json("minimal") leaves out. */
  @Test
  void aMinimalFileIsEnough() {
    String minimal =
        """
        {"version": "1.0", "ebm": {
          "outputs": [{"task": "regression", "link": "log", "link_param": "nan"}],
          "intercept": [0.5], "bagged_intercept": [0.4, 0.6],
          "features": [{"name": "x", "type": "continuous", "cuts": [[]]}],
          "terms": [{"term_features": ["x"], "scores": [1.0, 2.0, 0.0]}]}}
        """;
    EbmModel model = read(minimal);
    assertEquals(Math.exp(2.5), model.predict(model.newRow().set("x", 3)));
    assertEquals(Math.exp(1.5), model.predict(model.newRow()));
    assertEquals(0, model.bagCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": "1.0" | "version": "2.0" | expected version 1.0 of the format of interpret
          "mlogit" | "vlogit" | links that Limpid knows: identity, log, logit, mlogit, found 'vlogit'
          "mlogit" | "identity" | a link that fits the task classification
          "mlogit" | "logit" | expected two different classes
          [1, 2, 3] | [1, 2, 2] | expected two or more different classes
          [["a"]] | [[["a", "b"]]] | found a group of several categories in one bin
          [["a"]] | [["a"], ["b"]] | expected the same categories for terms of one feature and of more
          [["a"]] | [] | expected the same categories
          [["a"]] | [[]] | expected one or more different categories
          "nominal" | "ignored" | expected one of continuous, nominal, ordinal
          [[1.0]] | [[1.0, 1.0]] | expected finite ascending cuts
          ["k", "x"] | ["k", "y"] | found 'y'
          ["k", "x"] | ["k", "k"] | expected one or more different features
          [12, 0, 1]] | [12, 0]] | expected 3 numbers as 'ebm.terms[0].scores[2][3]', but there are 2 numbers
          [9, 10, 11, 12]] | [9]] | expected 4 numbers as 'ebm.terms[0].bin_weights[2]', but there are 1
          [12, 0, 1] | [12, 0, "+inf"] | expected finite scores
          "scores" | "score" | the key 'ebm.terms[0].scores' is missing
          [0.5, 0.25, 0.0], | [0.5], | expected 3 numbers as 'ebm.intercept'
          [3.0] | [3.0, 1] | expected 2 arrays as 'ebm.bagged_intercept'
          """)
  void whatIsNotSupportedIsRefused(String old, String replacement, String text) {
    assertTrue(SMALL.contains(old), old);
    DataException e =
        assertThrows(DataException.class, () -> read(SMALL.replace(old, replacement)));
    assertTrue(e.getMessage().contains(text), e.getMessage());
    assertTrue(e.problems().getFirst().line() > 0, e.getMessage());
  }

  /** The second one names the two features the other way round. */
  @Test
  void twoTermsOverTheSameFeaturesAreRefused() {
    int from = SMALL.indexOf("{\"term_features\"");
    String term = SMALL.substring(from, SMALL.lastIndexOf("]}}"));
    String other = term.replace("[\"k\", \"x\"]", "[\"x\", \"k\"]");
    DataException e =
        assertThrows(DataException.class, () -> read(SMALL.replace(term, term + ",\n" + other)));
    assertEquals(1, e.problems().size(), e.getMessage());
    assertTrue(
        e.getMessage().contains("expected other features than those of the terms before"),
        e.getMessage());
  }

  @Test
  void modelsThatInterpretWouldMisreadAreNotExported() {
    EbmModel model =
        SampleModels.ebm(
            SampleModels.REGRESSION,
            LinkFunction.LOG1P,
            Optional.of(new ResponseRange(0, 1)),
            true);
    DataException e = assertThrows(DataException.class, () -> export(model));
    assertEquals(2, e.problems().size());
  }
}

package org.limpid.interpret.pmml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.files.DataException;
import org.limpid.interpret.interop.ReferenceModel;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/** JPMML-Evaluator, which knows nothing of Limpid, must predict the same from the document. */
class PmmlTest {
  static List<Model> models() {
    return SampleModels.all().stream().filter(model -> !(model instanceof LookupModel)).toList();
  }

  private static byte[] export(Model model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pmml.write(model, out);
    return out.toByteArray();
  }

  private static Evaluator evaluator(Model model) throws Exception {
    Evaluator evaluator =
        new LoadingModelEvaluatorBuilder().load(new ByteArrayInputStream(export(model))).build();
    evaluator.verify();
    return evaluator;
  }

  /** A missing value is left out; an unseen category is a text that is none of the categories. */
  private static Map<String, Object> arguments(Row row) {
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < row.features().size(); i++) {
      Feature feature = row.features().get(i);
      if (!Double.isNaN(row.encoded(i))) {
        arguments.put(
            feature.name(),
            feature instanceof Feature.Numeric ? (Object) row.encoded(i) : row.text(i));
      }
    }
    return arguments;
  }

  private static double[] predict(Evaluator evaluator, Task task, Row row) {
    Object found =
        evaluator.evaluate(arguments(row)).get(evaluator.getTargetFields().getFirst().getName());
    return switch (task) {
      case Task.Regression _ -> new double[] {((Number) found).doubleValue()};
      case Task.Classification classification ->
          classification.classes().stream()
              .mapToDouble(name -> ((HasProbability) found).getProbability(name))
              .toArray();
    };
  }

  private static void assertSamePredictions(Model model, List<Row> rows) throws Exception {
    Evaluator evaluator = evaluator(model);
    double[] expected = new double[model.task().outputCount()];
    for (Row row : rows) {
      model.predict(row, expected);
      double[] found = predict(evaluator, model.task(), row);
      double tolerance = 1e-9 * Math.max(1, Math.abs(expected[0]));
      assertArrayEquals(expected, found, tolerance, () -> arguments(row).toString());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anIndependentEvaluatorPredictsTheSame(Model model) throws Exception {
    assertSamePredictions(model, SampleModels.rows(model, 300));
  }

  @Test
  void theReferenceModelIsEvaluatedTheSame() throws Exception {
    var model = ReferenceModel.read();
    List<Row> rows = ReferenceModel.septemberRows(model);
    List<Row> spread = IntStream.range(0, 40).mapToObj(i -> rows.get(100 * i)).toList();
    assertSamePredictions(model, spread);
  }

  @ParameterizedTest
  @MethodSource("models")
  void sameModelGivesSameBytes(Model model) throws IOException {
    assertArrayEquals(export(model), export(model));
  }

  @Test
  void whatXmlCannotHoldIsRefused() {
    Model model = SampleModels.withCategories("a\u0000b", "line\nfeed", " space");
    DataException e = assertThrows(DataException.class, () -> export(model));
    assertEquals(3, e.problems().size(), e.getMessage());
    assertTrue(e.getMessage().contains("a\\u0000b"), e.getMessage());
  }

  @Test
  void tablesAreNotExported() {
    Model model = SampleModels.lookup(SampleModels.REGRESSION);
    DataException e = assertThrows(DataException.class, () -> export(model));
    assertTrue(e.getMessage().contains("Java class"), e.getMessage());
  }
}

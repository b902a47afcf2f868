package org.limpid.interpret.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.files.DataException;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.interop.ReferenceModel;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/** ONNX Runtime, which knows nothing of Limpid, must predict the same from the file. */
final class OnnxTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<Model> models() {
    return SampleModels.all().stream().filter(model -> !(model instanceof LookupModel));
  }

  private static void assertSamePredictions(Model model, List<Row> rows) throws Exception {
    try (OnnxRun run = new OnnxRun(Onnx.of(model))) {
      Map<String, Object> found = run.of(rows);
      for (int i = 0; i < rows.size(); i++) {
        assertSame(model, rows.get(i), i, found);
      }
    }
  }

  private static void assertSame(Model model, Row row, int i, Map<String, Object> found) {
    double[] expected = new double[model.task().outputCount()];
    model.predict(row, expected);
    switch (model.task()) {
      case Task.Regression _ ->
          assertArrayEquals(
              expected,
              ((double[][]) found.get("prediction"))[i],
              TOLERANCE * Math.max(1, Math.abs(expected[0])));
      case Task.Classification(var classes) -> {
        assertEquals(
            classes.get(Predictions.mostProbable(expected)),
            ((String[][]) found.get("prediction"))[i][0]);
        assertArrayEquals(expected, ((double[][]) found.get("probabilities"))[i], TOLERANCE);
      }
    }
  }

  /** Numbers at and beside cuts, all categories, missing and unseen values; awkward names. */
  @ParameterizedTest
  @MethodSource("models")
  void theRuntimePredictsTheSame(Model model) throws Exception {
    assertSamePredictions(model, passable(SampleModels.rows(model, 300)));
  }

  /**
   * The Java binding of ONNX Runtime 1.23 hands each half of a surrogate pair on by itself, so that
   * no key in UTF-8 is found; the file has the right one.
   */
  private static List<Row> passable(List<Row> rows) {
    return rows.stream()
        .filter(row ->
            IntStream.range(0, row.features().size())
                .mapToObj(row::text)
                .noneMatch(text -> text.chars().anyMatch(c -> Character.isSurrogate((char) c))))
        .toList();
  }

  @Test
  void textsAreInUtf8() {
    String file =
        new String(Onnx.of(SampleModels.ebm(SampleModels.REGRESSION)), StandardCharsets.UTF_8);
    assertTrue(file.contains("\ud83d\ude00 <é>"));
  }

  @Test
  void theRuntimePredictsTheSameWithRandomModels() throws Exception {
    for (long seed = 0; seed < 30; seed++) {
      assertSamePredictions(RandomModels.of(seed), RandomModels.rows(RandomModels.of(seed), seed));
    }
  }

  @Test
  void theRuntimePredictsTheSameWithTheReferenceModel() throws Exception {
    var model = ReferenceModel.read();
    assertSamePredictions(model, ReferenceModel.septemberRows(model).subList(0, 500));
  }

  /** A sum is added in the order of Limpid, so that all bits are the same. */
  @Test
  void sumsAreTheSameBitForBit() throws Exception {
    Model model = SampleModels.ebm(SampleModels.REGRESSION);
    List<Row> rows = passable(SampleModels.rows(model, 100));
    try (OnnxRun run = new OnnxRun(Onnx.of(model))) {
      double[][] found = (double[][]) run.of(rows).get("prediction");
      for (int i = 0; i < rows.size(); i++) {
        assertEquals(model.predict(rows.get(i)), found[i][0]);
      }
    }
  }

  /** An input that nothing uses would have to be given for nothing. */
  @Test
  void onlyWhatIsUsedIsAskedFor() throws Exception {
    Model hours = EbmEditor.of(GivenModels.wait10()).remove("hour & user").remove("user").model();
    Model none =
        EbmEditor.of(GivenModels.wait10())
            .remove("hour & user")
            .remove("user")
            .remove("hour")
            .model();
    for (Model model : List.of(hours, none)) {
      try (OnnxRun run = new OnnxRun(Onnx.of(model))) {
        assertEquals(List.of("hour"), run.inputs());
      }
      assertSamePredictions(model, SampleModels.rows(model, 3));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void sameModelGivesSameBytes(Model model) {
    assertArrayEquals(Onnx.of(model), Onnx.of(model));
  }

  /** The examples of the encoding's description: 150 is 96 01; a text of 7 is 12 07. */
  @Test
  void messagesAreWrittenAsTheFormatSays() {
    assertArrayEquals(
        new byte[] {0x08, (byte) 0x96, 0x01}, new ProtoMessage().number(1, 150).toBytes());
    assertArrayEquals(
        new byte[] {0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g'},
        new ProtoMessage().text(2, "testing").toBytes());
    assertArrayEquals(
        new byte[] {0x1a, 0x03, 0x08, (byte) 0x96, 0x01},
        new ProtoMessage().message(3, new ProtoMessage().number(1, 150)).toBytes());
    byte[] minusOne = new ProtoMessage().number(1, -1).toBytes();
    assertEquals(11, minusOne.length);
    assertEquals(1, minusOne[10]);
  }

  @Test
  void whatOnnxCannotHoldIsRefused() {
    DataException table =
        assertThrows(
            DataException.class, () -> Onnx.of(SampleModels.lookup(SampleModels.REGRESSION)));
    assertTrue(table.getMessage().contains("Java class"), table.getMessage());
    Model odd = SampleModels.withCategories("a\u0000b", "", "it's");
    DataException names = assertThrows(DataException.class, () -> Onnx.of(odd));
    assertEquals(2, names.problems().size(), names.getMessage());
  }
}

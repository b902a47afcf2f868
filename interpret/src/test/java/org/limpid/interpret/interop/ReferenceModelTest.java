package org.limpid.interpret.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Row;

/**
 * The EBM that interpret 0.7.8 trained on the throughput of Venus (notebook settings), and its
 * predictions for September. Files: golden/models in the shared folder.
 */
class ReferenceModelTest {
  /** The library's own predictions, which the file rounds to six digits. */
  @Test
  void predictionsAreThoseOfTheLibrary() throws IOException {
    EbmModel model = ReferenceModel.read();
    List<Double> expected =
        Files.readAllLines(ReferenceModel.file("pred_ebm078_notebook_submit_gpu_job.csv")).stream()
            .map(Double::valueOf)
            .toList();
    List<Row> rows = ReferenceModel.septemberRows(model);
    assertEquals(4032, rows.size());
    assertEquals(expected.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(expected.get(i), model.predict(rows.get(i)), 0.5000001e-6, "row " + i);
    }
  }

  /** Counted on its own: linear search for the bin, scores as they stand in the file. */
  @Test
  void predictionsAreTheSumsOfTheFile() {
    EbmModel model = ReferenceModel.read();
    JsonObject ebm = object(ReferenceModel.json(), "ebm");
    List<Row> rows = ReferenceModel.septemberRows(model);
    for (int i = 0; i < rows.size(); i += 7) {
      assertEquals(sum(ebm, rows.get(i)), model.predict(rows.get(i)), 1e-9);
    }
  }

  private static double sum(JsonObject ebm, Row row) {
    double sum = ((JsonNumbers) ebm.members().get("intercept")).values()[0];
    for (JsonValue term : ((JsonArray) ebm.members().get("terms")).elements()) {
      List<JsonValue> names = ((JsonArray) member(term, "term_features")).elements();
      JsonValue scores = member(term, "scores");
      int bin = 0;
      for (int i = 0; i < names.size(); i++) {
        int position = row.position(((JsonScalar) names.get(i)).text());
        bin = bin(ebm, position, names.size(), row.encoded(position));
        if (scores instanceof JsonArray nested) {
          scores = nested.elements().get(bin);
        }
      }
      sum += ((JsonNumbers) scores).values()[bin];
    }
    return sum;
  }

  private static int bin(JsonObject ebm, int position, int order, double value) {
    JsonValue feature = ((JsonArray) ebm.members().get("features")).elements().get(position);
    List<JsonValue> levels = ((JsonArray) member(feature, "cuts")).elements();
    double[] cuts = ((JsonNumbers) levels.get(Math.min(order, levels.size()) - 1)).values();
    int bin = 1;
    for (double cut : cuts) {
      bin += value >= cut ? 1 : 0;
    }
    return bin;
  }

  private static JsonValue member(JsonValue object, String name) {
    return ((JsonObject) object).members().get(name);
  }

  private static JsonObject object(JsonObject parent, String name) {
    return (JsonObject) parent.members().get(name);
  }

  /** Every member of the file stands in the export with the same value. */
  @Test
  void exportKeepsAllOfTheFile() throws IOException {
    EbmModel model = ReferenceModel.read();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InterpretJson.write(model, out);
    JsonObject copy = JsonFile.read(new ByteArrayInputStream(out.toByteArray()), "export");
    List<String> differences = new ArrayList<>();
    compare("", ReferenceModel.json(), copy, differences);
    assertEquals(List.of(), differences);
    InterpretJsonTest.assertSame(
        model, InterpretJson.read(new ByteArrayInputStream(out.toByteArray()), "export"));
  }

  private static void compare(
      String place, JsonValue expected, JsonValue found, List<String> differences) {
    switch (expected) {
      case JsonObject object -> {
        for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
          String name = place + "/" + entry.getKey();
          JsonValue other = member(found, entry.getKey());
          if (other == null) {
            differences.add(name);
          } else {
            compare(name, entry.getValue(), other, differences);
          }
        }
      }
      case JsonArray array when found instanceof JsonArray other -> {
        assertEquals(array.elements().size(), other.elements().size(), place);
        for (int i = 0; i < array.elements().size(); i++) {
          compare(place + "/" + i, array.elements().get(i), other.elements().get(i), differences);
        }
      }
      case JsonNumbers numbers ->
          assertArrayEquals(numbers.values(), ((JsonNumbers) found).values(), place);
      default -> {
        String one = JsonOutput.textOf(expected);
        String two = JsonOutput.textOf(found);
        if (!one.equals(two) && !one.equals(two + ".0")) {
          differences.add(place + ": " + one + " became " + two);
        }
      }
    }
  }

  @Test
  void bagsGiveAnUncertainty() {
    EbmModel model = ReferenceModel.read();
    assertEquals(14, model.bagCount());
    double[] outputs = new double[1];
    double[] deviations = new double[1];
    model.predict(ReferenceModel.septemberRows(model).getFirst(), outputs, deviations);
    assertTrue(deviations[0] > 0 && deviations[0] < outputs[0]);
  }
}

package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.json.ExplanationJson;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.CsvTable;

/** A user of the library gets the JSON that the command prints. */
final class ExplanationBytesTest {
  @TempDir private static Path folder;
  private static String csv;
  private static String file;
  private static EbmModel model;

  @BeforeAll
  static void trainOnce() throws IOException {
    csv = SampleCsv.write(folder.resolve("train.csv"), 1).toString();
    file = folder.resolve("model.json").toString();
    String quick = "outer_bags=2,smoothing_rounds=5,max_rounds=20,interactions=1";
    Call call =
        Call.of(
            "model", "train", "--csv", csv, "--target", "price", "--params", quick, "--out", file);
    assertEquals(0, call.exitCode(), call.err());
    model = (EbmModel) ModelJson.read(Path.of(file));
  }

  private static String printed(String... more) {
    String[] words = new String[more.length + 4];
    System.arraycopy(new String[] {"model", "explain", file, "--json"}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Call.of(words).out();
  }

  @Test
  void shapesOfTerms() {
    for (TermExplanation shape : TermExplanation.allOf(model)) {
      String text = Json.text(ExplanationJson.of(shape)) + "\n";
      assertEquals(Json.text(shape) + "\n", text);
      assertEquals(printed("--term", shape.term()), text);
    }
  }

  @Test
  void predictions() {
    Row row = model.newRow();
    new RowReader(model.features(), CsvTable.read(Path.of(csv))).read(2, row);
    PredictionExplanation plain = PredictionExplanation.of(model, row);
    assertEquals(Json.text(plain), Json.text(ExplanationJson.of(plain)));
    String observed = CsvTable.read(Path.of(csv)).column("price").text(2);
    PredictionExplanation explanation = plain.withActual(observed);
    String text = Json.text(ExplanationJson.of(explanation)) + "\n";
    assertEquals(Json.text(explanation) + "\n", text);
    assertEquals(printed("--csv", csv, "--row", "3"), text);
  }
}

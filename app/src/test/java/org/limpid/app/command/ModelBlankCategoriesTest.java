package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of interpret whose categories have blanks at their ends, as pandas keeps them. */
final class ModelBlankCategoriesTest {
  /** {@code b} is there with and without a blank; {@code c} with one on either side. */
  private static final String MODEL =
      """
      {"version": "1.0", "ebm": {
        "outputs": [{"task": "regression", "min_target": 0, "max_target": 9,
          "link": "identity", "link_param": "nan"}],
        "intercept": [100], "bagged_intercept": [100], "bag_weights": [9],
        "best_iteration": [[3]], "implementation": "python", "implementation_params": {},
        "features": [{"name": "queue", "type": "nominal", "num_unique_vals": 5,
          "categories": [[" a", "b", "b ", "c ", " c"]]}],
        "terms": [{"term_features": ["queue"], "scores": [0, 1, 2, 3, 4, 5, 0],
          "standard_deviations": [0, 0, 0, 0, 0, 0, 0],
          "bagged_scores": [[0, 1, 2, 3, 4, 5, 0]],
          "bin_weights": [0, 1, 2, 2, 2, 2, 0]}]}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("model.json"), MODEL);
  }

  private List<String> predicted(String model, String... cells) throws IOException {
    String rows = String.join("\n", cells);
    Path csv = Files.writeString(folder.resolve("in.csv"), "queue,row\n" + rows + "\n");
    String out = folder.resolve("out.csv").toString();
    Call call =
        Call.of("model", "predict", model, "--csv", csv.toString(), "--out", out, "--overwrite");
    assertEquals(0, call.exitCode(), call.err());
    return Files.readAllLines(Path.of(out)).stream()
        .skip(1)
        .map(line -> line.substring(line.lastIndexOf(',') + 1).replaceFirst("\\.0$", ""))
        .toList();
  }

  /** What is between the blanks does, unless it is a category itself, or that of two. */
  @Test
  void cellsThatLostTheirBlanksFindTheirCategory() throws IOException {
    String model = folder.resolve("model.json").toString();
    List<String> cells = List.of("a,1", " a,2", "b,3", "c,4", "d,5");
    assertEquals(
        List.of("101", "101", "102", "100", "100"), predicted(model, cells.toArray(String[]::new)));
  }

  @Test
  void soDoesTheModelThatWasExportedAgain() throws IOException {
    String model = folder.resolve("model.json").toString();
    String again = folder.resolve("again.json").toString();
    Call call = Call.of("model", "export", model, "--format", "interpret", "--out", again);
    assertEquals(0, call.exitCode(), call.err());
    assertEquals(predicted(model, " a,1", "b,2"), predicted(again, " a,1", "b,2"));
    assertEquals(
        Files.readString(Path.of(again)).contains("\" a\", \"b\", \"b \", \"c \", \" c\""), true);
  }
}

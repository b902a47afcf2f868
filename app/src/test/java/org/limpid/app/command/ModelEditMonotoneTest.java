package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code limpid model edit --monotone} where a pair goes the other way. */
final class ModelEditMonotoneTest {
  /** x falls by 2 at 1; the pair rises by 3 there, where z is 5 or more. */
  private static final String MODEL =
      """
      {"format": "limpid-model", "version": 1, "kind": "ebm",
       "provenance": {"trainer": "by hand", "dataHash": "", "rowCount": 8, "target": "y",
         "parameters": {}, "seed": 0, "edits": []},
       "task": "regression", "link": "identity", "intercept": [10],
       "features": [
         {"name": "x", "type": "numeric", "cuts": [[1]], "distinctCount": 4},
         {"name": "z", "type": "numeric", "cuts": [[5]], "distinctCount": 4}],
       "terms": [
         {"features": ["x"], "scores": [0, 1, -1, 0], "binWeights": [0, 4, 4, 0]},
         {"features": ["x", "z"],
          "scores": [0, 0, 0, 0, 0, 1, -2, 0, 0, -1, 1, 0, 0, 0, 0, 0],
          "binWeights": [0, 0, 0, 0, 0, 2, 1, 0, 0, 2, 3, 0, 0, 0, 0, 0]}]}
      """;

  private static final String NOTICE =
      "x is monotone, but predictions still rise with it where x & z does: by up to 3."
          + " Maybe add --monotone 'x & z:-'.";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("model.json"), MODEL);
  }

  private Call edit(String... options) {
    String[] words = {
      "model",
      "edit",
      folder.resolve("model.json").toString(),
      "--out",
      folder.resolve("new.json").toString(),
      "--overwrite"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    Call call = Call.of(all);
    assertEquals(0, call.exitCode(), call.err());
    return call;
  }

  @Test
  void aPairThatStillRisesIsToldWithTheOptionThatMakesItFall() {
    assertTrue(edit("--monotone", "x:-").err().contains(NOTICE));
    assertTrue(edit("--monotone", "x").err().contains(NOTICE));
    assertFalse(edit("--monotone", "z & x:-").err().contains("x is monotone"));
  }

  /** (1 * -2 + 3 * 1) / 4 = 0.25 in both cells where z is 5 or more. */
  @Test
  void theOfferedOptionMakesPredictionsFall() throws IOException {
    Call call = edit("--monotone", "x:-", "--monotone", "x & z:-");
    assertFalse(call.err().contains("x is monotone, but"), call.err());
    assertTrue(call.err().contains("edited: made x & z decreasing along x"), call.err());
    String model = Files.readString(folder.resolve("new.json"));
    assertTrue(model.contains("[0, 0, 0, 0, 0, 1, 0.25, 0, 0, -1, 0.25, 0, 0, 0, 0, 0]"), model);
  }

  @Test
  void withoutThePairNothingIsToldOfIt() {
    assertFalse(edit("--monotone", "x:-", "--remove", "x & z").err().contains("x is monotone"));
    assertFalse(edit("--monotone", "x:-", "--scale", "x=4").err().contains("x is monotone"));
  }
}

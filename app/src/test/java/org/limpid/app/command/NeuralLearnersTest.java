package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command without the module {@code neural}, which isn't on the class path of these tests. */
final class NeuralLearnersTest {
  @TempDir private Path folder;

  private String train(String learner) {
    Call call =
        Call.of(
            "chain",
            "train",
            "--data",
            "none",
            "--windows",
            "684",
            "--from",
            "2022-11-01",
            "--learner",
            learner,
            "--out",
            folder.resolve("models").toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    return call.err();
  }

  @Test
  void theModuleIsAskedFor() {
    assertEquals(
        "limpid: class path: expected the module neural, found no part of it. Maybe start it with"
            + " the script 'limpid', which builds that module.\n",
        train("transformer"));
  }

  @Test
  void otherNamesAreUnknown() {
    assertEquals(
        "limpid: There is no learner 'transformers'. Maybe one of: glass-box, boosted-trees,"
            + " boosted-trees-raw, random-forest, random-forest-raw.\n",
        train("transformers"));
  }
}

package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
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

  /** Networks in a folder are not passed over. */
  @Test
  void modelsOfTheModuleAskForIt() throws IOException {
    Path data = folder.resolve("data");
    Path log =
        Files.writeString(
            folder.resolve("site.log"),
            """
            JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes
            7 a ann 2023-03-02T22:00:00 2023-03-02T22:00:00 2023-03-03T01:00:00 1 180 0:0 2
            """);
    Call.of("data", "import", "mirage", log.toString(), "--out", data.toString());
    Files.createFile(folder.resolve("mixture-gap-price-2.model"));
    Call call =
        Call.of(
            "chain",
            "validate",
            "--data",
            data.toString(),
            "--models",
            folder.toString(),
            "--windows",
            "1",
            "--from",
            "2023-03-01",
            "--out",
            folder.resolve("made.csv").toString());
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    assertEquals(
        "limpid: class path: expected the module neural, found no part of it. Maybe start it with"
            + " the script 'limpid', which builds that module.\n",
        call.err());
  }
}

package org.limpid.estimator;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.limpid.data.io.DatasetReader;

/** The data that lie beside the project; the build says where, by {@code limpid.shared}. */
final class SharedData {
  private SharedData() {}

  /** The Venus trace. Without it a test is skipped, which is printed; in CI it fails. */
  static DatasetReader venus() {
    Path folder = Path.of(System.getProperty("limpid.shared", ""), "data/venus");
    if (!Files.exists(folder)) {
      String reason = "there is no %s. Set -Dlimpid.shared=FOLDER.".formatted(folder);
      Assertions.assertNotEquals("true", System.getenv("CI"), "in CI " + reason);
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    return DatasetReader.open(folder);
  }
}

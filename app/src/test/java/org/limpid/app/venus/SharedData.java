package org.limpid.app.venus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The data and reference results that lie beside the project for developers and CI. The build says
 * where, by the property {@code limpid.shared}.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * A file or folder below the shared folder. Without it a test is skipped, which the build prints;
   * in CI it fails.
   */
  public static Path require(String name) {
    String folder = System.getProperty("limpid.shared", "");
    Path file = Path.of(folder, name);
    if (!Files.exists(file)) {
      String reason =
          "there is no %s. Set -Dlimpid.shared=FOLDER or the variable LIMPID_SHARED."
              .formatted(file);
      Assertions.assertNotEquals("true", System.getenv("CI"), "in CI " + reason);
      System.err.println("Skipped: " + reason);
      Assumptions.abort(reason);
    }
    return file;
  }

  /** The data set of the Venus cluster. */
  public static Path venus() {
    return require("data/venus");
  }

  /** A result of the reference on the Venus cluster. */
  public static Path golden(String name) {
    return require("golden/venus").resolve(name);
  }
}

package org.limpid.data.importer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of ElasticFlow's artifact, which lie beside the project: {@code limpid.shared}. */
final class SharedElasticFlow {
  private SharedElasticFlow() {}

  /** A file or folder; a test that needs it is skipped, with the reason, where it lacks. */
  static Path path(String name) {
    String shared = System.getProperty("limpid.shared", "../shared");
    Path path = Path.of(shared, "data", "elasticflow", name);
    assumeTrue(Files.exists(path), () -> "there is no " + path + ". Set -Dlimpid.shared=FOLDER.");
    return path;
  }
}

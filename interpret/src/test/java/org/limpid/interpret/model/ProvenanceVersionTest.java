package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ProvenanceVersionTest {
  @Test
  void versionIsThatOfTheProject() throws IOException {
    String project = Files.readString(Path.of("pom.xml"));
    assertTrue(project.contains("<version>%s</version>".formatted(Provenance.VERSION)));
  }
}

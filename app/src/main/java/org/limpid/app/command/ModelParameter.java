package org.limpid.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The model that a command reads. */
final class ModelParameter {
  @Parameters(
      paramLabel = "MODEL",
      description = "Model that 'train' wrote, or an EBM that interpret wrote as JSON.")
  private Path path;

  Path path() {
    return path;
  }
}

package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.models.tool.OutputFile;
import picocli.CommandLine.Option;

/** The options of commands that make one file. */
final class OutputOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "File to make; it is there in full or not at all.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace a file that is there.")
  private boolean overwrite;

  OutputFile value() {
    return new OutputFile(out, overwrite);
  }

  Path path() {
    return out;
  }
}

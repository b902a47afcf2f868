package org.limpid.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.limpid.data.importer.LucidArtifactImporter;
import org.limpid.data.importer.LucidImportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limpid data import lucid}. */
@Command(
    name = "lucid",
    customSynopsis = "limpid data import lucid PATH --out=DIR [OPTIONS]",
    description = "Import the Venus trace from the artifact of the Lucid paper.",
    footer = {"%nExample:", "  limpid data import lucid ~/Lucid/simulation --out venus"})
final class ImportLucidCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PATH", description = "Folder of the artifact with data/Venus.")
  private Path artifact;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older data set.")
  private boolean overwrite;

  ImportLucidCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LucidImportOptions options = LucidImportOptions.defaults();
    session.notice(
        ImportNotice.of(
            LucidArtifactImporter.importFrom(
                artifact, out, overwrite ? options.overwriting() : options)));
    return ExitCode.SUCCESS;
  }
}

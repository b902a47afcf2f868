package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.experiment.sweep.ClusterEngines;
import org.limpid.experiment.sweep.LocalEngine;
import org.limpid.experiment.sweep.Sweep;
import org.limpid.experiment.sweep.SweepEngine;
import org.limpid.experiment.sweep.SweepReport;
import org.limpid.experiment.sweep.SweepRequest;
import org.limpid.experiment.sweep.TableFile;
import org.limpid.plots.sweep.SweepFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "sweep",
    customSynopsis = "limpid sweep --grid=FILE --out=OUT [OPTIONS]",
    description = {
      "Run policies under many settings, loads and data sets.",
      "What is done is kept: after a Ctrl-C, a crash or a power cut, the same command goes on."
    },
    footer = {
      "%nExamples:",
      "  limpid sweep --grid grid.json --out sweep",
      "  limpid sweep --grid grid.json --out sweep --engine spark --master spark://head:7077"
    })
final class SweepCommand extends CommandInSession {
  @Option(
      names = "--grid",
      required = true,
      paramLabel = "FILE",
      description = "What to go through: JSON, as in docs/sweep.md.")
  private Path grid;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the results: new, empty, or of the same sweep, which goes on.")
  private Path out;

  @Option(names = "--overwrite", description = "Delete an older sweep in that folder first.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      converter = Choices.SweepEngines.class,
      completionCandidates = Choices.SweepEngines.class,
      defaultValue = Choices.SweepEngines.LOCAL,
      description =
          "What runs the points: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}, this process."
              + " Results don't depend on it.")
  private String engine;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Cluster of --engine spark, such as spark://head:7077; its machines have to see the data"
              + " sets under the same names.")
  private Optional<String> master;

  @Option(
      names = "--format",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FORMAT",
      converter = Choices.TableFiles.class,
      completionCandidates = Choices.TableFiles.class,
      defaultValue = "csv",
      description = "Format of the tables: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private List<TableFile> formats;

  @Option(names = "--json", description = "Print all means and intervals as JSON.")
  private boolean json;

  @Override
  public void run() {
    SweepReport report =
        Sweep.run(
            new SweepRequest(grid, out, overwrite, Set.copyOf(formats)),
            engine(),
            SweepFigures::write,
            session().reporter(json));
    print(
        json,
        report::toJson,
        report.notices(),
        report::toText,
        "The results are in %s.".formatted(out));
  }

  private SweepEngine engine() {
    boolean here = engine.equals(Choices.SweepEngines.LOCAL);
    require(here || master.isPresent(), "--engine %s needs --master".formatted(engine));
    require(!here || master.isEmpty(), "--master goes with --engine spark only");
    return here ? new LocalEngine(threads.value()) : ClusterEngines.find().spark(master.get());
  }
}

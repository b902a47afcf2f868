package org.limpid.app.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.data.derive.SampleReport;
import org.limpid.data.derive.SampleRequest;
import org.limpid.data.derive.Sampler;
import org.limpid.data.io.DatasetReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sample",
    description = "Make a data set of a part of the jobs of another one.",
    footer = {
      "%nExamples:",
      "  limpid data sample venus --share 0.25 --scale-nodes --out quarter",
      "  limpid data sample venus --from 2020-09-07 --to 2020-09-14 --clusters vc01,vc02 --out week"
    })
final class DataSampleCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(
      names = "--share",
      paramLabel = "F",
      description = "Share of users, or of jobs, above 0 and at most 1 (${DEFAULT-VALUE}).")
  private double share = 1;

  @Option(
      names = "--by",
      paramLabel = "UNIT",
      converter = Choices.SampleUnits.class,
      completionCandidates = Choices.SampleUnits.class,
      description =
          "What is drawn: ${COMPLETION-CANDIDATES}. By default users with all their jobs; jobs of a"
              + " group stay together.")
  private SampleRequest.Unit unit = SampleRequest.Unit.USERS;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Converters.WallClock.class,
      description = "First submission that is kept, such as 2020-09-05 or 2020-09-05T13:30.")
  private Optional<LocalDateTime> from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Converters.WallClock.class,
      description = "First submission that is not kept.")
  private Optional<LocalDateTime> to;

  @Option(
      names = "--clusters",
      paramLabel = "NAME,...",
      converter = CommaList.Texts.class,
      description = "Virtual clusters that are kept, with their nodes.")
  private List<CommaList<String>> clusters = List.of();

  @Option(
      names = "--scale-nodes",
      description =
          "Keep the load: each virtual cluster has as much of its nodes as of the GPU time of its"
              + " jobs.")
  private boolean scalesNodes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed, another draw (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private SharedOptions.MadeData output;

  @Override
  public void run() {
    require(share > 0 && share <= 1, "--share must be above 0 and at most 1");
    SampleReport report =
        Sampler.write(
            DatasetReader.open(folder),
            new SampleRequest(share, unit, from, to, CommaList.join(clusters), scalesNodes, seed),
            output.path(),
            output.overwrite());
    report.notes().forEach(session()::notice);
    session()
        .notice(
            "%,d of %,d jobs are in %s.".formatted(report.jobs(), report.ofJobs(), output.path()));
  }
}

package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.ChainStudy;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.plots.chain.ChainReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    customSynopsis =
        "limpid chain report --data=DIR --train-windows=N --train-from=T --windows=N --from=T"
            + " --out=OUT [OPTIONS]",
    description = {
      "Train ways to say when to submit the second of two chained jobs, compare them in other"
          + " windows, and draw what gaps and overlaps are left, by load.",
      "Learners of other libraries need the module baselines, neural ones the module neural."
    },
    footer = {
      "%nExample:",
      "  limpid chain report --data ls6-76 --train-windows 684 --train-from 2022-11-01"
          + " --windows 156 --from 2023-03-01 --nodes 1,8 --learner glass-box --out chain-report"
    })
final class ChainReportCommand extends CommandInSession {
  @Mixin private ChainOptions.Windows options;

  @Option(
      names = "--train-windows",
      required = true,
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Windows to learn from.")
  private int trainWindows;

  @Option(
      names = "--train-from",
      required = true,
      paramLabel = "T",
      description = "Start of the first window to learn from, given as --from is.")
  private String trainFrom;

  @Option(
      names = "--nodes",
      paramLabel = "N,...",
      split = ",",
      converter = WholeNumber.FromOne.class,
      description = "Nodes of each job of a chain (${DEFAULT-VALUE}).")
  private List<Integer> nodes = List.of(1);

  @Option(
      names = "--moments",
      paramLabel = "N",
      converter = WholeNumber.OfMoments.class,
      description = "Submissions per window to learn from (${DEFAULT-VALUE}).")
  private int moments = 13;

  @Option(
      names = "--gap-price",
      paramLabel = "P",
      converter = Converters.PriceOfGaps.class,
      description = "What an hour's gap costs if an hour's overlap costs 1 (${DEFAULT-VALUE}).")
  private GapPrice price = new GapPrice(2);

  @Option(
      names = "--learner",
      paramLabel = "NAME,...",
      split = ",",
      description = {
        "Who learns (glass-box): glass-box, boosted-trees, boosted-trees-raw, random-forest,"
            + " random-forest-raw, and those of optional modules.",
        "Raw ones look at the last day as Mirage's do, 144 times 42 numbers, others at ten"
            + " features."
      })
  private List<String> learners = List.of("glass-box");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for report, figures and windows, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an older report in that folder.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the table as JSON.")
  private boolean json;

  @Override
  public void run() {
    ChainRequest validation = options.value(nodes.getFirst());
    ChainRequest training =
        new ChainRequest(
            validation.data(), trainWindows, trainFrom, nodes.getFirst(), validation.threads());
    ChainStudy.Result result =
        ChainStudy.run(
            new ChainStudy.Request(
                training, validation, nodes, moments, price, learners, out, overwrite),
            (made, folder) -> ChainReport.write(made, folder, session().commandLine()),
            session().reporter(json));
    if (json) {
      session().json(result.toJson());
    } else {
      session().result(result.toText());
    }
    session().notice("The report is in %s.".formatted(out));
  }
}

package org.limpid.app.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.limpid.experiment.chain.ChainAdvice;
import org.limpid.experiment.chain.ChainAdvisor;
import org.limpid.experiment.slurm.SlurmNodes;
import org.limpid.experiment.slurm.SlurmQueue;
import org.limpid.experiment.slurm.SlurmText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "advise",
    customSynopsis = "limpid chain advise --models=MODELS --job=ID [OPTIONS]",
    description = {
      "Say whether to submit the next job of a chain now or to wait, by what squeue and sinfo of"
          + " Slurm print, with reasons.",
      "It runs both programs, or reads what they printed. It submits nothing."
    },
    footer = {
      "%nExamples:",
      "  limpid chain advise --models models --job 4711 --partition gpu",
      "  limpid chain advise --models models --job 4711 --squeue queue.txt --sinfo nodes.txt"
    })
final class ChainAdviseCommand extends CommandInSession {
  @Mixin private ChainOptions.ChosenModel model;

  @Option(
      names = "--job",
      required = true,
      paramLabel = "ID",
      description = "The job of the chain that runs.")
  private String job;

  @Option(
      names = "--partition",
      paramLabel = "NAME",
      description = "Partition of the chain; needed where there are several.")
  private Optional<String> partition;

  @Option(
      names = "--squeue",
      paramLabel = "FILE",
      description = "What squeue --array -o '%%i|%%P|%%T|%%D|%%l|%%M|%%V|%%S|%%r' printed.")
  private Optional<Path> squeue;

  @Option(
      names = "--sinfo",
      paramLabel = "FILE",
      description = "What sinfo -o '%%P|%%l|%%D|%%t' printed.")
  private Optional<Path> sinfo;

  @Option(
      names = "--now",
      paramLabel = "T",
      converter = Converters.Moment.class,
      description =
          "When that was printed: 2026-03-02T09:00:00. Default: what the start and run time of a"
              + " job tell, or else the time of this machine.")
  private Optional<LocalDateTime> now;

  @Option(names = "--json", description = "Print the advice as JSON.")
  private boolean json;

  @Override
  public void run() {
    ChainAdvice advice =
        ChainAdvisor.advise(
            new ChainAdvisor.Request(
                model.folder(),
                model.price(),
                job,
                squeue.map(SlurmText::read).orElseGet(SlurmQueue::print),
                sinfo.map(SlurmText::read).orElseGet(SlurmNodes::print),
                partition,
                now,
                LocalDateTime.now()));
    if (json) {
      session().json(advice.toJson());
    } else {
      session().result(advice.toText());
    }
  }
}

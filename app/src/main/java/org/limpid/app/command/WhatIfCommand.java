package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.experiment.simulate.ReplicaPlan;
import org.limpid.experiment.whatif.AcceptedDeadline;
import org.limpid.experiment.whatif.AcceptedDeadlineReport;
import org.limpid.experiment.whatif.Counterfactual;
import org.limpid.experiment.whatif.CounterfactualReport;
import org.limpid.experiment.whatif.RunReference;
import org.limpid.experiment.whatif.WhatIf;
import org.limpid.experiment.whatif.WhatIfReport;
import org.limpid.experiment.whatif.WhatIfRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "whatif",
    customSynopsis = {
      "limpid whatif --run=RESULTS --change=CHANGE... [OPTIONS]",
      "       limpid whatif --run=RESULTS --job=ID --earlier=SPAN [OPTIONS]",
      "       limpid whatif --run=RESULTS --job=ID --accepted [OPTIONS]"
    },
    description = {
      "Run a policy again with something changed, and show what is different.",
      "With --job it finds small changes that would have started a job earlier, or the earliest"
          + " deadline with which it would have been admitted.",
      "A run that was made with --explain goes on from the last snapshot before the change."
    },
    footer = {
      "%nChanges:",
      "  nodes VC +N [from TIME]           more nodes, or fewer with -N",
      "  duration JOB SPAN                 e.g. 3h, 1h30m or 5400",
      "  estimate JOB SPAN                 how long the job is believed to take",
      "  priority JOB GPU-SECONDS          lucid and qssf; smaller goes first",
      "  gpus JOB N",
      "  vc JOB NAME",
      "  submit JOB TIME                   2020-09-05T13:30, seconds, or e.g. -2h",
      "  deadline JOB TIME                 the same, or e.g. +2h",
      "  remove JOB",
      "  sharing off|always|predicted",
      "  estimates true|equal|${bundle:estimate-names}|FILE",
      "  discipline strict|backfill|easy",
      "  term FEATURE flat                 for runs with --models, like the next two",
      "  term FEATURE monotone increasing|decreasing",
      "  term FEATURE FROM..TO SCORE       factor on the estimate, or seconds",
      "%nExamples:",
      "  limpid whatif --run results --change 'nodes vc02 +2 from 2020-09-10'",
      "  limpid whatif --run results --policy fifo --change 'remove 1234' --out without",
      "  limpid whatif --run results --change 'gpus 1234 4' --relearn",
      "  limpid whatif --run results --job 1234 --earlier 2h",
      "  limpid whatif --run results --policy elasticflow --job 1234 --accepted"
    })
final class WhatIfCommand extends CommandInSession {
  private static final int COPIES = 10;

  @Mixin private SharedOptions.Results run;

  @Mixin private SharedOptions.PolicyOfRun policy;

  @Option(
      names = "--change",
      paramLabel = "CHANGE",
      description = "What is changed, see below; may come several times.")
  private List<String> changes = new ArrayList<>();

  @Option(
      names = "--job",
      paramLabel = "ID",
      converter = Converters.JobNumber.class,
      description = "A job that should start earlier, or be admitted.")
  private JobId job;

  @Option(
      names = "--earlier",
      paramLabel = "SPAN",
      converter = Converters.SpanOfTime.class,
      description = "How much earlier, e.g. 2h, 90m or 7200.")
  private Long earlier;

  @Option(
      names = "--accepted",
      description =
          "With --job: the earliest deadline with which the policy would have admitted it.")
  private boolean accepted;

  @Option(
      names = "--relearn",
      description =
          "Where durations were learnt during the run, learn them anew. By default what the run"
              + " believed of each job is held, so that nothing but the change makes a difference.")
  private boolean relearn;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      converter = WholeNumber.FromZero.class,
      description =
          "With --relearn: also change N copies of the trace that differ in what means nothing, and"
              + " say which differences may be chance. Default: "
              + COPIES
              + ".")
  private Integer replicas;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data set of the run, if it was moved.")
  private Optional<Path> data;

  @Option(
      names = "--models",
      paramLabel = "MODELS",
      description = "The models of the run, if they were moved.")
  private Optional<Path> models;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder for all jobs that change, new or empty.")
  private Optional<Path> out;

  @Option(names = "--overwrite", description = "Replace older results in that folder.")
  private boolean overwrite;

  @Mixin private SharedOptions.SafeCsv csv;

  @Mixin private SharedOptions.Threads threads;

  @Option(
      names = "--all",
      description = "Show all jobs that gain or lose, not the first ones only.")
  private boolean all;

  @Option(names = "--json", description = "Print all of it as JSON.")
  private boolean json;

  @Override
  public void run() {
    require(!accepted || earlier == null, "expected either --earlier or --accepted");
    require(
        (job == null) == (earlier == null && !accepted),
        "--job belongs together with --earlier or --accepted");
    require(
        changes.isEmpty() != (job == null),
        "expected either --change, or --job with --earlier or --accepted. Maybe see 'limpid whatif"
            + " --help'");
    require(job == null || out.isEmpty(), "--out belongs to --change");
    require(job == null || !all, "--all belongs to --change");
    require(job == null || !relearn, "--relearn belongs to --change");
    require(relearn || replicas == null, "--replicas belongs to --relearn");
    require(replicas == null || replicas != 1, "--replicas 1 shows no noise. Maybe --replicas 10");
    if (job == null) {
      compare();
    } else if (accepted) {
      findDeadline();
    } else {
      search();
    }
  }

  private void compare() {
    WhatIfReport report =
        WhatIf.run(
            new WhatIfRequest(reference(), changes, relearning(), out, overwrite, csv.forOthers()),
            session().reporter(json));
    printPage(json, report::toJson, report.notices(), () -> report.toPage(all));
    out.ifPresent(folder -> session().notice("The changed jobs are in %s.".formatted(folder)));
  }

  private RunReference reference() {
    return new RunReference(run.folder(), policy.name(), data, models, threads.value());
  }

  private Optional<ReplicaPlan> relearning() {
    int copies = replicas == null ? COPIES : replicas;
    return relearn
        ? Optional.of(new ReplicaPlan(copies, EnumSet.copyOf(ReplicaKind.DEFAULT), 0))
        : Optional.empty();
  }

  private void findDeadline() {
    AcceptedDeadlineReport report =
        AcceptedDeadline.run(reference(), job, session().reporter(json));
    printPage(json, report::toJson, report.notices(), report::toPage);
  }

  private void search() {
    CounterfactualReport report =
        Counterfactual.run(
            new Counterfactual.Request(reference(), job, earlier), session().reporter(json));
    printPage(json, report::toJson, report.notices(), report::toPage);
  }
}

package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.limpid.data.importer.TraceImporters;
import picocli.CommandLine;

/** All commands, as a tree. A new command is a line here. */
final class CommandTree {
  private final Session session;
  private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

  private CommandTree(Session session) {
    this.session = session;
    commands.put("reproduce", this::reproduce);
    commands.put("train", () -> new CommandLine(new TrainCommand()));
    commands.put("simulate", () -> new CommandLine(new SimulateCommand()));
    commands.put("explain", this::explain);
    commands.put("whatif", () -> new CommandLine(new WhatIfCommand()));
    commands.put("audit", () -> new CommandLine(new AuditCommand()));
    commands.put("fidelity", () -> new CommandLine(new FidelityCommand()));
    commands.put("ablate", () -> new CommandLine(new AblateCommand()));
    commands.put("tune", () -> new CommandLine(new TuneCommand()));
    commands.put("sweep", () -> new CommandLine(new SweepCommand()));
    commands.put("table7", () -> new CommandLine(new Table7Command()));
    commands.put("plot", this::plot);
    commands.put("report", () -> new CommandLine(new ReportCommand()));
    commands.put("chain", CommandTree::chain);
    commands.put("adapt", CommandTree::adapt);
    commands.put("allocate", () -> new CommandLine(new AllocateCommand()));
    commands.put("query", () -> new CommandLine(new QueryCommand()));
    commands.put("shell", () -> new CommandLine(new ShellCommand()));
    commands.put("export", () -> new CommandLine(new ExportCommand()));
    commands.put("data", this::data);
    commands.put("model", this::model);
    commands.put("policies", () -> new CommandLine(new PoliciesCommand()));
    commands.put("completion", () -> new CommandLine(new CompletionCommand()));
    commands.put("help", () -> new CommandLine(new HelpCommand()));
  }

  static CommandLine whole(Session session) {
    CommandTree tree = new CommandTree(session);
    return tree.with(List.copyOf(tree.commands.keySet()));
  }

  /**
   * As much of the tree as these words need, as reading the annotations of all commands takes a
   * third of the time that the program needs to start.
   */
  static CommandLine forWords(Session session, List<String> words) {
    CommandTree tree = new CommandTree(session);
    boolean needsAll =
        words.isEmpty()
            || !tree.commands.containsKey(words.getFirst())
            || List.of("completion", "help").contains(words.getFirst());
    return needsAll ? whole(session) : tree.with(List.of(words.getFirst()));
  }

  private CommandLine with(List<String> names) {
    CommandLine root = new CommandLine(new RootCommand(session));
    names.forEach(name -> root.addSubcommand(name, commands.get(name).get()));
    root.setResourceBundle(new PolicyTexts());
    PlainNumbers.register(root);
    return root;
  }

  private CommandLine reproduce() {
    return new CommandLine(new ReproduceCommand())
        .addSubcommand(new ReproduceElasticFlowCommand())
        .addSubcommand(new ReproduceSynergyCommand());
  }

  private CommandLine plot() {
    return new CommandLine(new PlotCommand()).addSubcommand(new PlotListCommand());
  }

  private CommandLine explain() {
    return CommandGroup.of(
            "explain",
            "Say why a job, a virtual cluster or a user waited, and where two policies differ.")
        .addSubcommand(new ExplainJobCommand())
        .addSubcommand(new ExplainGroupCommand.OfVirtualCluster())
        .addSubcommand(new ExplainGroupCommand.OfUser())
        .addSubcommand(new ExplainPolicyCommand());
  }

  private static CommandLine chain() {
    return CommandGroup.of(
            "chain", "Look at chains of jobs: when to submit the next one to a batch cluster.")
        .addSubcommand(new ChainBaselinesCommand())
        .addSubcommand(new ChainSamplesCommand())
        .addSubcommand(new ChainTrainCommand())
        .addSubcommand(new ChainValidateCommand())
        .addSubcommand(new ChainReportCommand())
        .addSubcommand(new ChainWhyCommand())
        .addSubcommand(new ChainAdviseCommand());
  }

  private static CommandLine adapt() {
    return CommandGroup.of("adapt", "Look at networks that grow while they are trained.")
        .addSubcommand(
            "data",
            CommandGroup.of("data", "Check recorded trainings.")
                .addSubcommand(new AdaptDataCheckCommand()))
        .addSubcommand(new AdaptTrainCommand())
        .addSubcommand(new AdaptEvaluateCommand())
        .addSubcommand(new AdaptTransferCommand())
        .addSubcommand(new AdaptRulesCommand())
        .addSubcommand(new AdaptReportCommand())
        .addSubcommand(new AdaptClusterCommand())
        .addSubcommand(new AdaptGenerateCommand());
  }

  private CommandLine data() {
    return CommandGroup.of("data", "Check, mend, import, convert, sample or generate a data set.")
        .addSubcommand(new DataCheckCommand())
        .addSubcommand(new DataDescribeCommand())
        .addSubcommand(new DataDoctorCommand())
        .addSubcommand(new DataGenerateCommand())
        .addSubcommand(new DataScalingCommand())
        .addSubcommand(new DataSensitivityCommand())
        .addSubcommand(dataImport())
        .addSubcommand(new DataConvertCommand())
        .addSubcommand(new DataSampleCommand())
        .addSubcommand(new DataAnonymiseCommand())
        .addSubcommand(new DataElasticCommand());
  }

  private CommandLine model() {
    return CommandGroup.of(
            "model", "Train, use, explain and edit glass-box models on any CSV file.")
        .addSubcommand(new ModelTrainCommand())
        .addSubcommand(new ModelPredictCommand())
        .addSubcommand(new ModelEvalCommand())
        .addSubcommand(new ModelExplainCommand())
        .addSubcommand(new ModelEditCommand())
        .addSubcommand(new ModelPurifyCommand())
        .addSubcommand(new ModelMergeCommand())
        .addSubcommand(new ModelExportCommand())
        .addSubcommand(new ModelSampleCommand());
  }

  private CommandLine dataImport() {
    CommandLine command = CommandGroup.of("import", "Make a data set from a published trace.");
    TraceImporters.all()
        .forEach(importer -> command.addSubcommand(ImportCommand.of(session, importer)));
    return command;
  }
}

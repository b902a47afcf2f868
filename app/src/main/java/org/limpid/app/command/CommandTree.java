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
    commands.put("reproduce", () -> new CommandLine(new ReproduceCommand(session)));
    commands.put("train", () -> new CommandLine(new TrainCommand(session)));
    commands.put("simulate", () -> new CommandLine(new SimulateCommand(session)));
    commands.put("explain", this::explain);
    commands.put("whatif", () -> new CommandLine(new WhatIfCommand(session)));
    commands.put("audit", () -> new CommandLine(new AuditCommand(session)));
    commands.put("ablate", () -> new CommandLine(new AblateCommand(session)));
    commands.put("tune", () -> new CommandLine(new TuneCommand(session)));
    commands.put("table7", () -> new CommandLine(new Table7Command(session)));
    commands.put("plot", this::plot);
    commands.put("report", () -> new CommandLine(new ReportCommand(session)));
    commands.put("data", this::data);
    commands.put("model", this::model);
    commands.put("policies", () -> new CommandLine(new PoliciesCommand(session)));
    commands.put("completion", () -> new CommandLine(new CompletionCommand(session)));
    commands.put("help", () -> new CommandLine(new HelpCommand(session)));
  }

  /** The whole tree. */
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

  private CommandLine plot() {
    return new CommandLine(new PlotCommand(session)).addSubcommand(new PlotListCommand(session));
  }

  private CommandLine explain() {
    return new CommandLine(new ExplainCommand())
        .addSubcommand(new ExplainJobCommand(session))
        .addSubcommand(new ExplainVcCommand(session))
        .addSubcommand(new ExplainUserCommand(session))
        .addSubcommand(new ExplainPolicyCommand(session));
  }

  private CommandLine data() {
    return new CommandLine(new DataCommand())
        .addSubcommand(new DataCheckCommand(session))
        .addSubcommand(new DataDescribeCommand(session))
        .addSubcommand(new DataGenerateCommand(session))
        .addSubcommand(dataImport());
  }

  private CommandLine model() {
    return new CommandLine(new ModelCommand())
        .addSubcommand(new ModelTrainCommand(session))
        .addSubcommand(new ModelPredictCommand(session))
        .addSubcommand(new ModelEvalCommand(session))
        .addSubcommand(new ModelExplainCommand(session))
        .addSubcommand(new ModelEditCommand(session))
        .addSubcommand(new ModelExportCommand(session));
  }

  private CommandLine dataImport() {
    CommandLine command = new CommandLine(new DataImportCommand());
    TraceImporters.all()
        .forEach(importer -> command.addSubcommand(ImportCommand.of(session, importer)));
    return command;
  }
}

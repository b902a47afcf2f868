package org.limpid.app.command;

import org.limpid.files.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code limpid} itself: holds the commands and the options that all of them have. */
@Command(
    name = "limpid",
    description =
        "Simulates schedulers of GPU clusters: ${bundle:subject} and what it is compared with.",
    footer = {"%nTo begin with:", "  limpid reproduce"},
    scope = ScopeType.INHERIT,
    versionProvider = RootCommand.VersionText.class,
    abbreviateSynopsis = true,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    commandListHeading = "%nCommands:%n")
final class RootCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      order = 100,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      scope = ScopeType.INHERIT,
      versionHelp = true,
      order = 101,
      description = "Show the version of Limpid and of Java.")
  private boolean version;

  @Option(
      names = ColorWhen.OPTION,
      scope = ScopeType.INHERIT,
      order = 102,
      paramLabel = "WHEN",
      converter = ColorWhen.Choices.class,
      completionCandidates = ColorWhen.Choices.class,
      description = "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never.")
  private ColorWhen color;

  RootCommand(Session session) {
    this.session = session;
  }

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      order = 103,
      description = "Print results and errors only.")
  private void quiet(boolean quiet) {
    session.setQuiet(quiet);
  }

  @Option(
      names = "--allow-outside",
      scope = ScopeType.INHERIT,
      order = 104,
      description = "Let a data set name files outside its folder: only if you trust it.")
  private void allowOutside(boolean allowed) {
    session.setOutsideAllowed(allowed);
  }

  Session session() {
    return session;
  }

  @Override
  public void run() {
    throw UsageErrors.commandMissing(spec);
  }

  /** What {@code --version} prints. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String vendor = System.getProperty("java.vendor.version", "unknown vendor");
      return new String[] {
        "limpid " + Version.current(), "Java %s (%s)".formatted(Runtime.version(), vendor)
      };
    }
  }
}

package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.limpid.app.terminal.FakeTerminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

final class HelpTest {
  /** A word of the command line; quotes keep several together. */
  private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

  private static List<CommandSpec> allCommands() {
    List<CommandSpec> all = new ArrayList<>();
    collect(CommandTree.whole(new Session(new FakeTerminal())), all);
    return all;
  }

  private static void collect(CommandLine command, List<CommandSpec> all) {
    all.add(command.getCommandSpec());
    command.getSubcommands().values().forEach(below -> collect(below, all));
  }

  @Test
  void theTreeIsComplete() {
    assertEquals(
        List.of(
            "limpid",
            "limpid reproduce",
            "limpid reproduce elasticflow",
            "limpid reproduce synergy",
            "limpid train",
            "limpid simulate",
            "limpid explain",
            "limpid explain job",
            "limpid explain vc",
            "limpid explain user",
            "limpid explain policy",
            "limpid whatif",
            "limpid audit",
            "limpid fidelity",
            "limpid ablate",
            "limpid tune",
            "limpid sweep",
            "limpid table7",
            "limpid plot",
            "limpid plot list",
            "limpid report",
            "limpid chain",
            "limpid chain baselines",
            "limpid chain samples",
            "limpid chain train",
            "limpid chain validate",
            "limpid chain report",
            "limpid chain why",
            "limpid chain advise",
            "limpid adapt",
            "limpid adapt data",
            "limpid adapt data check",
            "limpid adapt train",
            "limpid adapt evaluate",
            "limpid adapt transfer",
            "limpid adapt rules",
            "limpid adapt report",
            "limpid adapt cluster",
            "limpid adapt generate",
            "limpid allocate",
            "limpid query",
            "limpid shell",
            "limpid export",
            "limpid data",
            "limpid data check",
            "limpid data describe",
            "limpid data doctor",
            "limpid data generate",
            "limpid data scaling",
            "limpid data sensitivity",
            "limpid data import",
            "limpid data import lucid",
            "limpid data import helios",
            "limpid data import philly",
            "limpid data import pai",
            "limpid data import acme",
            "limpid data import openb",
            "limpid data import spot-gpu",
            "limpid data import elasticflow",
            "limpid data import elasticflow-draw",
            "limpid data import tiresias",
            "limpid data import sacct",
            "limpid data import swf",
            "limpid data import mirage",
            "limpid data import synergy",
            "limpid data import synergy-philly",
            "limpid data import csv",
            "limpid data convert",
            "limpid data sample",
            "limpid data anonymise",
            "limpid data elastic",
            "limpid model",
            "limpid model train",
            "limpid model predict",
            "limpid model eval",
            "limpid model explain",
            "limpid model edit",
            "limpid model purify",
            "limpid model merge",
            "limpid model export",
            "limpid model sample",
            "limpid policies",
            "limpid completion",
            "limpid help"),
        allCommands().stream().map(command -> command.qualifiedName(" ")).toList());
  }

  @Test
  void everyCommandOptionAndArgumentIsDescribed() {
    for (CommandSpec command : allCommands()) {
      String name = command.qualifiedName(" ");
      assertTrue(command.usageMessage().description().length > 0, name);
      for (ArgSpec argument : command.args()) {
        assertTrue(argument.description().length > 0, name + " " + argument);
        assertFalse(
            argument.arity().max() > 0 && argument.paramLabel().startsWith("<"),
            name + " " + argument.paramLabel());
      }
    }
  }

  /** Help is wrapped at the width of the terminal: a sentence broken by hand would break twice. */
  @Test
  void noSentenceOfADescriptionIsBrokenByHand() {
    for (CommandSpec command : allCommands()) {
      Stream.concat(
              Stream.of(command.usageMessage().description()),
              command.args().stream().flatMap(argument -> Stream.of(argument.description())))
          .forEach(line ->
              assertTrue(line.matches(".*[.:)]|"), command.qualifiedName(" ") + ": " + line));
    }
  }

  @Test
  void everyCommandThatDoesSomethingHasAnExample() {
    for (CommandSpec command : allCommands()) {
      if (command.subcommands().isEmpty()) {
        String footer = String.join("\n", command.usageMessage().footer());
        assertTrue(footer.contains(command.qualifiedName(" ")), footer);
      }
    }
  }

  @Test
  void examplesAreCommandsThatExist() throws IOException {
    Path page = Path.of(System.getProperty("limpid.root"), "docs", "command-line.md");
    Stream<String> footers =
        allCommands().stream().flatMap(command -> Stream.of(command.usageMessage().footer()));
    List<String> examples =
        Stream.concat(Files.readAllLines(page).stream(), footers)
            .filter(line -> line.matches(" +limpid .*"))
            .map(String::strip)
            .toList();
    assertTrue(examples.size() > 20, examples.toString());
    for (String example : examples) {
      String[] words =
          WORD.matcher(example.substring("limpid ".length()))
              .results()
              .map(word -> word.group().replace("'", ""))
              .toArray(String[]::new);
      CommandTree.whole(new Session(new FakeTerminal())).parseArgs(words);
    }
  }

  /** The completion script names its lists of candidates by these labels. */
  @Test
  void labelsOfDifferentCandidatesDifferWithinACommand() {
    for (CommandSpec command : allCommands()) {
      Map<String, List<String>> candidates = new HashMap<>();
      for (ArgSpec argument : command.args()) {
        if (argument.completionCandidates() != null) {
          List<String> own =
              StreamSupport.stream(argument.completionCandidates().spliterator(), false).toList();
          List<String> before = candidates.put(argument.paramLabel(), own);
          assertTrue(before == null || before.equals(own), argument.paramLabel());
        }
      }
    }
  }

  @Test
  void helpIsAnOptionAndACommand() {
    for (CommandSpec command : allCommands()) {
      String[] words = command.qualifiedName(" ").split(" ");
      List<String> path = List.of(words).subList(1, words.length);
      Call option = Call.of(concat(path.stream(), Stream.of("--help")));
      Call word = Call.of(concat(Stream.of("help"), path.stream()));
      assertEquals(ExitCode.SUCCESS, option.exitCode(), option.err());
      assertEquals(option, word);
      assertTrue(option.out().startsWith("Usage: " + command.qualifiedName(" ")), option.out());
      assertTrue(option.out().contains("--color=WHEN"), option.out());
    }
  }

  private static String[] concat(Stream<String> first, Stream<String> second) {
    return Stream.concat(first, second).toArray(String[]::new);
  }

  @Test
  void helpOfTheWholeProgram() {
    assertEquals(
        """
        Usage: limpid [OPTIONS] COMMAND
        Simulates schedulers of GPU clusters: Lucid and what it is compared with.

        Options:
          -h, --help            Show this help.
          -V, --version         Show the version of Limpid and of Java.
              --color=WHEN      Use colours: auto (on a terminal, unless NO_COLOR is
                                  set), always or never.
          -q, --quiet           Print results and errors only.
              --allow-outside   Let a data set name files outside its folder: only if
                                  you trust it.

        Commands:
          reproduce   Compare Lucid with its baselines, with and without backfill, and
                        an ideal bound.
          train       Train the three models of Lucid on a data set: which workloads
                        may share GPUs, how long jobs run, how many jobs come.
          simulate    Run scheduling policies on a data set and write what became of
                        every job.
          explain     Say why a job, a virtual cluster or a user waited, and where two
                        policies differ.
          whatif      Run a policy again with something changed, and show what is
                        different.
          audit       Show what wrong estimates cost: who waited for whom in the wrong
                        order, and which term of the model to look at.
          fidelity    Compare simulated waits with those of reality, and show what
                        explains the difference.
          ablate      Show what each part of a policy is worth, by default of Lucid.
          tune        Search the settings of a policy that serve a cluster best, by
                        default of Lucid.
          sweep       Run policies under many settings, loads and data sets.
          table7      Compare readable models and black boxes on the three models of
                        Lucid.
          plot        Make figures of runs and models as PDF, PNG and SVG, tables as
                        CSV, Markdown, LaTeX, HTML.
          report      Write a report with all figures and tables: a web page that needs
                        no network, and a PDF.
          chain       Look at chains of jobs: when to submit the next one to a batch
                        cluster.
          adapt       Look at networks that grow while they are trained.
          allocate    Divide the CPUs and the memory of a cluster among jobs so that
                        the sum of their speeds is the largest, and put them on servers.
          query       Filter, group, pivot and join the results of a run.
          shell       Open a Java shell on a run, a data set and models: tables of
                        Tablesaw, charts of XChart, models of Smile and Tribuo.
          export      Write a run for other programs: its events as lines of JSON or
                        CSV, its jobs on their GPUs for Perfetto, or metrics for
                        Prometheus.
          data        Check, mend, import, convert, sample or generate a data set.
          model       Train, use, explain and edit glass-box models on any CSV file.
          policies    List the scheduling policies and what each needs.
          completion  Print a script that completes commands and options in the shell.
          help        Show the help of a command.

        To begin with:
          limpid reproduce
        """,
        Call.of("--help").out());
  }

  @Test
  void helpIsAsWideAsTheTerminal() {
    String text = Call.on(new FakeTerminal().width(100), "simulate", "--help").out();
    int longest = text.lines().mapToInt(String::length).max().orElse(0);
    assertTrue(longest > 80 && longest <= 100, text);
  }

  @Test
  void versionNamesLimpidAndJava() {
    for (String option : List.of("--version", "-V")) {
      Call call = Call.of("data", option);
      assertEquals(ExitCode.SUCCESS, call.exitCode());
      assertTrue(call.out().matches("limpid \\d+\\.\\d+\\.\\d+\nJava 25.*\n"), call.out());
    }
  }

  @Test
  void completionNamesAllCommandsAndPolicies() {
    String script = Call.of("completion").out();
    for (CommandSpec command : allCommands()) {
      assertTrue(script.contains(command.name()), command.name());
    }
    assertTrue(script.contains("complete -F _complete_limpid"), "no call of complete");
    assertTrue(script.contains("\"fifo-easy\""), "no policies");
    assertEquals(script, Call.of("completion", "zsh").out());
  }
}

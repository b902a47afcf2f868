package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.app.terminal.FakeTerminal;
import org.limpid.data.generate.GeneratorOptions;

final class UsageErrorsTest {
  @TempDir private Path folder;

  private static void assertRefused(String message, String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertEquals("", call.out());
    assertEquals("limpid: " + message, call.err().lines().findFirst().orElse(""));
    assertTrue(call.err().contains("\nTry 'limpid"), call.err());
  }

  @Test
  void misspeltWordsGetAHint() {
    assertRefused("there is no command 'simlate'. Maybe 'simulate' was meant.", "simlate");
    assertRefused(
        "there is no command 'desribe'. Maybe 'describe' was meant.", "data", "desribe", "x");
    assertRefused(
        "there is no command 'imprt'. Maybe 'import' was meant.", "help", "data", "imprt");
    assertRefused(
        "there is no option '--polcy'. Maybe '--policy' was meant.", "simulate", "--polcy=x");
    assertRefused("there is no option '--colr'. Maybe '--color' was meant.", "--colr");
    assertRefused(
        "Invalid value for option '--policy' (POLICY): there is no 'fif'. Maybe 'fifo' was meant.",
        simulate("--policy", "sjf,fif"));
    assertRefused(
        "Invalid value for option '--placer': there is no 'consolidat'. Maybe 'consolidate' was"
            + " meant.",
        simulate("--placer", "consolidat"));
  }

  @Test
  void atLeastOnePolicyIsNeeded() {
    assertRefused(
        "--policy names no policy. 'limpid policies' lists them.", simulate("--policy", ",,"));
  }

  @Test
  void namesFarFromAllAreAnsweredWithTheList() {
    assertRefused(
        "there is no command 'xyzzy', only check, describe, doctor, generate, scaling,"
            + " sensitivity, import, convert, sample, anonymise, elastic.",
        "data",
        "xyzzy");
    assertRefused(
        "Invalid value for option '--sharing': expected one of predicted, always, never, found"
            + " 'perhaps-later'.",
        simulate("--sharing", "perhaps-later"));
  }

  @Test
  void numbersAreChecked() {
    assertRefused(
        "Invalid value for option '--threads': expected a whole number of at least 1, found '0'.",
        simulate("--threads", "0"));
    assertRefused(
        "Invalid value for option '--sample': expected a whole number of at least 1, found '1e3'.",
        simulate("--sample", "1e3"));
    assertRefused(
        "Invalid value for option '--sample': expected a whole number of 1 to 2147483647, found"
            + " '3000000000'.",
        simulate("--sample", "3000000000"));
    assertRefused(
        "Invalid value for option '--profiler-nodes': expected a whole number of at least 0, found"
            + " '-1'.",
        simulate("--profiler-nodes", "-1"));
    assertRefused("jobs must be 1..1000000000, found 0.", generate("--jobs", "0"));
  }

  @Test
  void contradictionsAreRefused() {
    assertRefused(
        "--fix and --no-fix both name loans-kept.",
        simulate("--fix", "loans-kept", "--no-fix", "exact-seconds,loans-kept"));
    assertRefused(
        "profiled-work-counts needs profiling-delays. Maybe add it to --fix.",
        simulate("--reference", "--fix", "profiled-work-counts"));
    assertRefused(
        "--jobs is for generated data and does not go with --data.",
        "reproduce",
        "--data",
        "x",
        "--jobs",
        "5");
  }

  @Test
  void virtualClustersAreChecked() {
    assertRefused(
        "expected NAME=NODES, found 'vc1'. Maybe --clusters vc1=4,vc2=2 is meant.",
        generate("--clusters", "vc1,vc2=3"));
    assertRefused(
        "expected a number of 1..100,000 in --clusters, found 'vc1=0'.",
        generate("--clusters", "vc1=0"));
    assertRefused("virtual cluster a is given twice.", generate("--clusters", "a=1,a=2"));
  }

  /** 135 nodes for the jobs per day of Venus: 7 x 20 - 5. */
  @Test
  void aNumberOfVirtualClustersSharesTheNodes() {
    List<Integer> nodes =
        VirtualClusterList.parse("7", GeneratorOptions.defaults()).stream()
            .map(cluster -> cluster.nodeCount())
            .toList();
    assertEquals(List.of(20, 20, 19, 19, 19, 19, 19), nodes);
  }

  @Test
  void surplusAndMissingWordsAreRefused() {
    assertRefused("'b' is one word too many.", "data", "check", "a", "b");
    assertRefused("Missing required options: '--data=DIR', '--out=OUT'.", "simulate");
    assertRefused("Missing required parameter: 'DIR'.", "data", "check");
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    for (String[] words :
        List.of(new String[0], new String[] {"data"}, new String[] {"data", "import"})) {
      Call call = Call.of(words);
      assertEquals(ExitCode.BAD_INPUT, call.exitCode());
      assertEquals("", call.out());
      assertTrue(call.err().contains("Usage: limpid"), call.err());
    }
  }

  @Test
  void coloursAreForTerminals() {
    assertTrue(isColoured(new FakeTerminal().interactive(), "simlate"));
    assertTrue(isColoured(new FakeTerminal(), "--color=always", "simlate"));
    assertTrue(
        isColoured(new FakeTerminal().with("NO_COLOR", "1"), "simlate", "--color", "always"));
    assertFalse(isColoured(new FakeTerminal(), "simlate"));
    assertFalse(isColoured(new FakeTerminal().interactive().with("NO_COLOR", "1"), "simlate"));
    assertFalse(isColoured(new FakeTerminal().interactive(), "--color=never", "simlate"));
  }

  private static boolean isColoured(FakeTerminal terminal, String... words) {
    return Call.on(terminal, words).err().contains("\033[");
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() throws Exception {
    Call.of(simulate("--threads", "0"));
    Call.of(generate("--jobs", "0"));
    Call.of(simulate("--from", "yesterday"));
    try (var content = Files.list(folder)) {
      assertEquals(List.of(), content.toList());
    }
  }

  private String[] simulate(String... more) {
    return with(List.of("simulate", "--data", "none", "--out", out()), more);
  }

  private String[] generate(String... more) {
    return with(List.of("data", "generate", "--out", out()), more);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static String[] with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }
}

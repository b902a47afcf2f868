package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.limpid.experiment.whatif.SmallData;

/** Where nobody names a policy of a run, all commands choose the same one and say so. */
final class ChosenPolicyTest {
  static final List<List<String>> COMMANDS =
      List.of(
          List.of("explain", "job", "2"),
          List.of("explain", "user", "user"),
          List.of("explain", "vc", "vc"),
          List.of("whatif", "--change", "remove 1"),
          List.of("whatif", "--job", "2", "--earlier", "1m"),
          List.of("audit"));

  @TempDir private Path folder;

  private String run(String policies) {
    Path data =
        new SmallData()
            .job("vc", 0, 8, 1000)
            .job("vc", 100, 8, 1000)
            .job("other", 200, 8, 500)
            .write(folder.resolve("data"));
    String out = folder.resolve(policies.replaceAll("\\W", "-")).toString();
    succeed(
        "simulate",
        "--data",
        data.toString(),
        "--policy",
        policies,
        "--explain",
        "--overwrite",
        "--out",
        out);
    return out;
  }

  private static Call succeed(String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private static Call ask(List<String> command, String run, String... more) {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--run", run));
    words.addAll(List.of(more));
    return Call.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void theFirstIsMeantIfLucidWasNotRun(List<String> command) {
    String run = run("qssf,fifo,srtf");
    Call unnamed = ask(command, run);
    assertEquals(ExitCode.SUCCESS, unnamed.exitCode(), unnamed.err());
    assertTrue(
        unnamed.err().contains("Of 3 policies: qssf. --policy names another."), unnamed.err());
    Call named = ask(command, run, "--policy", "qssf");
    assertEquals(named.out(), unnamed.out());
    assertFalse(named.err().contains("policies:"), named.err());
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void nothingIsSaidWhereThereIsOnlyOne(List<String> command) {
    Call call = ask(command, run("qssf"));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertFalse(call.err().contains("policies:"), call.err());
  }

  /** JSON has the name of the policy, and nothing is said beside it. */
  @ParameterizedTest
  @FieldSource("COMMANDS")
  void jsonNamesThePolicy(List<String> command) {
    Call call = ask(command, run("qssf,fifo"), "--json");
    assertTrue(
        call.out().replace(" ", "").contains("\"policy\":\"qssf\""), call.out() + call.err());
    assertEquals("", call.err());
  }

  @Test
  void blanksBesideCommasAndRepeatedNamesAreAccepted() {
    Path run = Path.of(run(" srtf , fifo,srtf "));
    try (Stream<Path> results = Stream.of("srtf", "fifo").map(run::resolve)) {
      assertTrue(results.allMatch(Files::isDirectory));
    }
    succeed(
        "plot",
        "jct-cdf",
        "--run",
        run.toString(),
        "--policy",
        "fifo, srtf",
        "--policy",
        "fifo",
        "--format",
        "svg, png",
        "--out",
        folder.resolve("figures").toString());
    assertEquals(
        List.of("jct-cdf.png", "jct-cdf.svg"),
        Stream.of("jct-cdf.png", "jct-cdf.svg")
            .filter(name -> Files.exists(folder.resolve("figures").resolve(name)))
            .toList());
  }
}

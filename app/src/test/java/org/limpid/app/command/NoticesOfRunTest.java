package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.simulate.NoModelsYet;

/** Notices tell what happened in this run, and the last line of a phase says that all is done. */
final class NoticesOfRunTest {
  private static final Pattern LAST =
      Pattern.compile("(?m)^[^:\n]+: ([0-9,]+) of ([0-9,]+) in .*$");

  @TempDir private static Path shared;
  private static String data;
  private static String models;

  @BeforeAll
  static void generate() {
    data = shared.resolve("data").toString();
    Call call =
        Call.of(
            "data",
            "generate",
            "--out",
            data,
            "--jobs",
            "200",
            "--days",
            "4",
            "--clusters",
            "blue=2,green=2",
            "--seed",
            "5");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertPhasesAreDone(call.err());
    models = NoModelsYet.write(shared.resolve("models"), Path.of(data)).toString();
  }

  private static String errOf(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--data", data));
    words.addAll(List.of("--out", shared.resolve(command).toString(), "--overwrite"));
    words.addAll(List.of(more));
    Call call = Call.of(words.toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertPhasesAreDone(call.err());
    return call.err();
  }

  private static void assertPhasesAreDone(String err) {
    Matcher matcher = LAST.matcher(err);
    int phases = 0;
    while (matcher.find()) {
      assertEquals(matcher.group(2), matcher.group(1), matcher.group());
      phases++;
    }
    assertTrue(phases > 0, err);
  }

  private static void assertSaid(String err, String... beginnings) {
    for (String beginning : List.of("Sharing:", "Forecast:", "Durations:")) {
      boolean expected = Stream.of(beginnings).anyMatch(beginning::equals);
      assertEquals(expected, err.contains(beginning), beginning + " in " + err);
    }
  }

  @Test
  void whatNoPolicyUsesIsNotSaid() {
    assertSaid(errOf("simulate", "--models", models, "--policy", "fifo,srtf"));
    assertSaid(
        errOf("simulate", "--models", models, "--policy", "lucid"),
        "Sharing:",
        "Forecast:",
        "Durations:");
    assertSaid(errOf("simulate", "--models", models, "--policy", "fifo-easy"), "Durations:");
  }

  /** QSSF has estimates of its own in the data set. */
  @Test
  void whatTheDataSetSaysIsNotSaidToBeLearnt() {
    assertSaid(errOf("simulate", "--models", models, "--policy", "qssf"));
    assertSaid(
        errOf("simulate", "--models", models, "--policy", "lucid", "--estimates", "lucid"),
        "Sharing:",
        "Forecast:");
  }

  /** Without a profiler nothing but sharing looks at the forecast. */
  @Test
  void whatOptionsSwitchOffIsNotSaid() {
    assertSaid(
        errOf("simulate", "--models", models, "--policy", "lucid", "--sharing", "never"),
        "Forecast:",
        "Durations:");
    assertSaid(
        errOf(
            "simulate",
            "--models",
            models,
            "--policy",
            "lucid",
            "--sharing",
            "never",
            "--profiler-nodes",
            "0"),
        "Durations:");
  }

  @Test
  void studiesSayWhatMayBeChance() {
    String bare = errOf("ablate", "--models", models, "--rows", "no-sharing");
    assertTrue(bare.contains("they learn anew in each row"), bare);
    String copies = errOf("ablate", "--models", models, "--rows", "no-sharing", "--replicas", "2");
    assertFalse(copies.contains("learn anew"), copies);
    assertFalse(errOf("ablate", "--rows", "no-sharing").contains("learn anew"));
  }

  @Test
  void trainingEndsWithAllThreeModels() {
    String err = errOf("train");
    assertTrue(err.contains("Training three models: 3 of 3 in"), err);
  }

  @Test
  void theSpanOfGpusHeldIsSaid() {
    Call call =
        Call.of(
            "simulate",
            "--data",
            data,
            "--policy",
            "fifo",
            "--out",
            shared.resolve("held").toString());
    assertTrue(call.out().contains("GPUs held % until last end"), call.out());
  }

  /** The models of a folder predict rows of different things, of which some have few. */
  @Test
  void rowsThatOnlySomeModelsHaveAreShown() {
    String trained = shared.resolve("trained").toString();
    assertEquals(ExitCode.SUCCESS, Call.of("train", "--data", data, "--out", trained).exitCode());
    String[] words = {
      "plot", "waterfall", "--models", trained, "--data", data, "--format", "svg", "--overwrite"
    };
    Call some =
        Call.of(
            Stream.concat(
                    Stream.of(words),
                    Stream.of("--row", "190", "--out", shared.resolve("why").toString()))
                .toArray(String[]::new));
    assertEquals(ExitCode.SUCCESS, some.exitCode(), some.err());
    assertTrue(some.out().contains("waterfall-duration"), some.out());
    assertFalse(some.out().contains("waterfall-share-score"), some.out());
    Call none =
        Call.of(
            Stream.concat(
                    Stream.of(words),
                    Stream.of("--row", "9999999", "--out", shared.resolve("none").toString()))
                .toArray(String[]::new));
    assertEquals(ExitCode.BAD_INPUT, none.exitCode());
    assertTrue(none.err().contains("there is no such row"), none.err());
  }
}

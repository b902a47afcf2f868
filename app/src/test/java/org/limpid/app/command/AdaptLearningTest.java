package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking data, learning, and what a transfer was worth, on a scenario that is made up. */
final class AdaptLearningTest {
  @TempDir private Path folder;
  private Map<String, Path> files;

  @BeforeEach
  void writeFiles() throws IOException {
    files = AdaptSample.write(folder);
  }

  private Call call(String command, String... more) {
    List<String> words = new ArrayList<>(List.of("adapt"));
    words.addAll(List.of(command.split(" ")));
    words.addAll(
        List.of(
            "--trainings",
            files.get("trainings.csv").toString(),
            "--vocabulary",
            files.get("vocabulary.json").toString(),
            "--embeddings",
            files.get("embeddings_18x16.f32le").toString()));
    words.addAll(List.of(more));
    return Call.of(words.toArray(String[]::new));
  }

  private Call train(String... more) {
    List<String> words =
        new ArrayList<>(List.of("--scenario", "early2", "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return call("train", words.toArray(String[]::new));
  }

  @Test
  void whatIsLearntCanBeEvaluatedAndCompared() throws IOException {
    Call learnt = train("--episodes", "20", "--seed", "1,2");
    assertEquals(ExitCode.SUCCESS, learnt.exitCode(), learnt.err());
    assertTrue(learnt.out().contains("early2-seed2"), learnt.out());
    Path out = folder.resolve("out");
    assertEquals(3, Files.readAllLines(out.resolve("courses.csv")).size());
    Call evaluated =
        call(
            "evaluate",
            "--weights",
            out.resolve("early2-seed1.f32le").toString(),
            "--manifest",
            out.resolve("early2-seed1.json").toString(),
            "--out",
            folder.resolve("evaluation.csv").toString());
    assertEquals(ExitCode.SUCCESS, evaluated.exitCode(), evaluated.err());
    Call compared =
        Call.of(
            "adapt",
            "transfer",
            "--curve",
            out.resolve("early2-seed1.csv").toString(),
            "--scratch",
            out.resolve("early2-seed2.csv").toString());
    assertEquals(ExitCode.SUCCESS, compared.exitCode(), compared.err());
    assertTrue(compared.out().contains("jump start"), compared.out());
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    Call twice = train("--seed", "1,1");
    assertEquals(ExitCode.BAD_INPUT, twice.exitCode());
    assertTrue(twice.err().contains("--seed has something twice"), twice.err());
    Call numbers = train("--episodes", "1,2");
    assertTrue(numbers.err().contains("one for each of the 1 scenarios"), numbers.err());
    Call half = train("--weights", "some.f32le");
    assertTrue(half.err().contains("--weights and --manifest"), half.err());
    Call rate = train("--learning-rate", "0");
    assertTrue(rate.err().contains("expected a number above 0, found '0'"), rate.err());
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void goodDataIsShownAsATable() {
    Call call = call("data check");
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    assertTrue(call.out().contains("best reward"), call.out());
    assertTrue(call.err().contains("No problems found."), call.err());
  }

  @Test
  void badDataIsListed() throws IOException {
    Path trainings = files.get("trainings.csv");
    Files.writeString(
        trainings, Files.readString(trainings).replaceFirst("330,319,308", "330,331,308"));
    Call call = call("data check");
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.out().contains(trainings + ":2: timeleft2: "), call.out());
    assertEquals(ExitCode.BAD_INPUT, call("data check", "--json").exitCode());
  }
}

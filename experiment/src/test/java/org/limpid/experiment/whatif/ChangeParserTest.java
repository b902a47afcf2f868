package org.limpid.experiment.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.data.JobId;
import org.limpid.files.DataException;
import org.limpid.models.tool.EditStep;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.lucid.LucidSettings;
import org.limpid.simulation.policy.lucid.SharingMode;

class ChangeParserTest {
  private static Change parse(String text) {
    return ChangeParser.parse(text);
  }

  @Test
  void everyKindIsRead() {
    assertEquals(new Change.Nodes("vc", 2, Optional.empty()), parse("nodes vc +2"));
    assertEquals(
        new Change.Nodes("vc", -1, Optional.of("2020-09-05")),
        parse("nodes vc -1 from 2020-09-05"));
    assertEquals(new Change.Duration(JobId.of(17), 10_800), parse("duration 17 3h"));
    assertEquals(new Change.Estimate(JobId.of(17), 7200), parse(" estimate  17 7200 "));
    assertEquals(new Change.Priority(JobId.of(17), 0.5), parse("priority 17 0.5"));
    assertEquals(new Change.Gpus(JobId.of(17), 4), parse("gpus 17 4"));
    assertEquals(new Change.Move(JobId.of(17), "other"), parse("vc 17 other"));
    assertEquals(new Change.Submit(JobId.of(17), "-2h"), parse("submit 17 -2h"));
    assertEquals(new Change.Deadline(JobId.of(17), "+2h"), parse("deadline 17 +2h"));
    assertEquals(new Change.Remove(JobId.of(17)), parse("remove 17"));
    assertEquals(
        new Change.Choice<>(LucidSettings.SHARING, SharingMode.NEVER), parse("sharing off"));
    assertEquals(
        new Change.Choice<>(LucidSettings.SHARING, SharingMode.ALWAYS), parse("sharing always"));
    assertEquals(new Change.Estimates("true"), parse("estimates true"));
    assertEquals(new Change.QueueDiscipline(Discipline.EASY), parse("discipline easy"));
  }

  @Test
  void featuresMayHaveSeveralWords() {
    assertEquals(
        new Change.Term(new EditStep.Remove("hour of the day")),
        parse("term hour of the day flat"));
    assertEquals(
        new Change.Term(new EditStep.Monotone("GPUs", OptionalInt.of(-1))),
        parse("term GPUs monotone decreasing"));
    assertEquals(
        new Change.Term(new EditStep.SetRange("GPUs", 8, Double.POSITIVE_INFINITY, -60)),
        parse("term GPUs 8.. -60"));
    assertEquals(
        new Change.Term(new EditStep.SetRange("a b", Double.NEGATIVE_INFINITY, 1.5, 3)),
        parse("term a b ..1.5 3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes vc 2",
        "nodes vc +0",
        "nodes vc +2 at 5",
        "duration 17",
        "duration 1e5 3h",
        "duration 17 0",
        "gpus 17 0",
        "gpus 17 -1",
        "remove",
        "remove 1.5",
        "sharing sometimes",
        "discipline fast",
        "term x",
        "term x monotone up",
        "term x 5..5 1",
        "term x 1..2 nan",
        "priority 17 much",
        "estimates",
        "nothing at all",
        ""
      })
  void whatIsNoChangeIsToldWithWhatIsExpected(String text) {
    DataException problem = assertThrows(DataException.class, () -> parse(text));
    assertTrue(problem.getMessage().contains("--change: expected"), problem::getMessage);
  }

  @Test
  void misspeltKindsAreGuessed() {
    DataException problem = assertThrows(DataException.class, () -> parse("durations 1 2"));
    assertTrue(problem.getMessage().endsWith("Maybe 'duration' was meant."), problem::getMessage);
  }

  /** Any words are a change or a problem, and nothing else. */
  @Test
  void anyWordsAreReadOrTold() {
    String[] words = {
      "nodes",
      "term",
      "vc",
      "17",
      "+2",
      "-2h",
      "from",
      "flat",
      "1..2",
      "..",
      "monotone",
      "increasing",
      "submit",
      "duration",
      "",
      "\u00e9",
      "99999999999999999999",
      "1e400"
    };
    SplittableRandom random = new SplittableRandom(7);
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 1 + random.nextInt(5); word++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      try {
        parse(text.toString());
        read++;
      } catch (DataException e) {
        assertTrue(e.getMessage().contains("expected"), e::getMessage);
      }
    }
    assertTrue(read > 10, read + " were changes");
  }
}

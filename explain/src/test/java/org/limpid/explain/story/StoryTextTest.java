package org.limpid.explain.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.explain.text.Calendar;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.policy.lucid.SharingSwitched;

/** Stories as text; their numbers are derived in {@link StoryTest}. */
class StoryTextTest {
  private static final Calendar CALENDAR = new Calendar(LocalDateTime.of(2020, 9, 1, 8, 0));

  private static String text(Story story, int mostSegments) {
    return new StoryText(CALENDAR, mostSegments).page(story, "Nothing helps.").toString();
  }

  @Test
  void storyOfAJobBehindTheHeadOfLine() {
    Story story =
        new StoryCase(1).job(0, 3, 100).job(10, 4, 50).job(20, 1, 30).run("fifo").story(2);
    assertEquals(
        """
        Job 2 waited 2 min 10 s under fifo, then ran for 30 s.
        For 1 min 20 s of that (61.5 %) there was a place for it, but not its turn: job 1 (b, 4 GPUs) came
        first and found none.
        Nothing helps.

        Why it waited
          cause         seconds                share
          cluster full       50        50 s   38.5 %
          head of line       80  1 min 20 s   61.5 %
          in sum            130  2 min 10 s  100.0 %

        What happened
        It is a job of user c for 1 GPU in virtual cluster vc. It was submitted at 2020-09-01 08:00:20 and
        ended at 08:03:00, 2 min 40 s later.
        2020-09-01 08:00:20  Came into the queue as the last of 2. Before it was job 1 (b, 4 GPUs).
        2020-09-01 08:00:20  Waited 1 min 20 s behind the head of the line, though there was a place for it.
                             Nobody passes a job that can't be placed, which was job 1 (b, 4 GPUs).
        2020-09-01 08:01:40  Waited 50 s as the cluster was full. It needs 1 GPU; none of 4 was free. Most
                             were held by job 1 (b, 4 GPUs, since 08:01:40), which came before it.
        2020-09-01 08:02:30  Started on 1 node with GPUs of its own, after 1 try in vain.
        2020-09-01 08:03:00  Ended.
        """,
        text(story, 9));
  }

  @Test
  void jobsThatAreResizedGoOnOnTheirNewGpus() {
    Story story = new StoryCase(1).job(0, 3, 100).run("fifo").story(0);
    assertEquals(
        "From now on it has 6 GPUs and runs at 180.0 % of its speed.",
        new EventText(story, CALENDAR).of(new StoryEvent.Resized(10, 6, 1.8)));
  }

  /** It takes 100 s and asked for 60. */
  @Test
  void jobsThatRunIntoTheirLimitAreSaidToBeKilled() {
    Story story = new StoryCase(1).job(0, 3, 100).killedAfter(60).run("fifo").story(0);
    assertEquals(new StoryEvent.Left(60, Outcome.KILLED), story.events().getLast());
    assertEquals("killed", story.events().getLast().label());
    assertTrue(
        text(story, 9).endsWith("Was killed, as it had run for as long as it had asked for.\n"),
        text(story, 9));
  }

  @Test
  void storyOfARefusedPartner() {
    Story story =
        new StoryCase(1)
            .job(0, 4, 100, 100, 100, 2)
            .job(10, 4, 50, 75, 200, 1)
            .sharing(SharingMode.ALWAYS)
            .run("lucid")
            .story(1);
    assertEquals(
        """
        What it was estimated to take
        1 min 15 s, 1.50 times too long: on GPUs of its own it takes 50 s. It was given.

        What happened
        It is a job of user b for 4 GPUs in virtual cluster vc. It was submitted at 2020-09-01 08:00:10 and
        ended at 08:02:30, 2 min 20 s later.
        2020-09-01 08:00:10  Came into the queue, where no other job waited. Its estimated GPU time is 300
                             GPU s. Sharing was on.
        2020-09-01 08:00:10  Could not share. 1 job of its size ran, and it would disturb too much. For
                             example with job 0 (a, 4 GPUs) share scores sum to 3, and at most 2 are
                             allowed.
        2020-09-01 08:00:10  Waited 1 min 30 s as the cluster was full. It needs 4 GPUs; none of 4 was free.
                             Most were held by job 0 (a, 4 GPUs, since 08:00:00), which came before it.
        2020-09-01 08:01:40  Started on 1 node with GPUs of its own, after 1 try in vain.
        2020-09-01 08:02:30  Ended.
        """,
        text(story, 9).replaceFirst("(?s).*(?=What it was)", ""));
  }

  @Test
  void onlyTheLongestTimesOfWaitingAreTold() {
    Story story =
        new StoryCase(1).job(0, 3, 100).job(10, 4, 50).job(20, 1, 30).run("fifo").story(2);
    String text = text(story, 1);
    assertTrue(
        text.endsWith(
            "1 shorter time of waiting is left out, in sum 50 s cluster full. (--all tells"
                + " each.)\n"),
        text);
    assertTrue(text.contains("Waited 1 min 20 s behind the head"));
    String all = StoryText.whole(CALENDAR).page(story, "").toString();
    assertTrue(all.contains("Waited 50 s as"), all);
    assertThrows(IllegalArgumentException.class, () -> text(story, 0));
  }

  @Test
  void reasonsOfAnEstimateAreATableThatSums() {
    EstimateStory.Reasons reasons =
        new EstimateStory.Reasons(
            "ln(1 + duration)",
            EstimateStory.Scores.LOGARITHMS,
            5,
            List.of(
                new EstimateStory.Term("hour", "13", -0.25),
                new EstimateStory.Term("GPUs", "4", 0.5)),
            5.25,
            190);
    Story story = new StoryCase(1).job(0, 4, 100).run("qssf").story(0);
    EstimateStory estimate = story.estimate().orElseThrow().because("A model says so.", reasons);
    String text = text(story.withEstimate(estimate), 9);
    assertTrue(
        text.contains(
            """
              term                   value   score   times
              intercept                     +5.000  148.41
              GPUs                   4      +0.500    1.65
              hour                   13     -0.250    0.78
              sum, ln(1 + duration)         +5.250  190.57
            Values are as the model sees them. Calibrated on the training jobs the sum is an estimate of 3 min
            10 s.
            """),
        text);
    assertEquals(Optional.of(reasons), estimate.reasons());
  }

  /**
   * Sharing is switched off at 60 and on at 120, while job 1 waits for job 0 to end at 1000.
   * Nothing comes of either.
   */
  @Test
  void eventsWithoutEffectAreToldTogether() {
    Story waited = new StoryCase(1).job(0, 4, 1000).job(10, 4, 50).run("lucid").story(1);
    Story story = withSwitches(waited, 60, 120);
    String folded = text(story, 9);
    assertTrue(
        folded.endsWith(
            "Sharing was switched twice, without effect on this job. (--all tells each.)\n"),
        folded);
    assertFalse(folded.contains("Sharing was switched off"), folded);
    String all = StoryText.whole(CALENDAR).page(story, "").toString();
    assertTrue(all.contains("08:01:00  Sharing was switched off"), all);
    assertFalse(all.contains("--all"), all);
  }

  /** Job 1 starts at 1000: a switch at that second may be why, and is told with its time. */
  @Test
  void eventsAtATurnOfTheStoryAreTold() {
    Story waited = new StoryCase(1).job(0, 4, 1000).job(10, 4, 50).run("lucid").story(1);
    String text = text(withSwitches(waited, 60, 1000), 9);
    assertTrue(text.contains("08:01:00  Sharing was switched off"), text);
    assertTrue(text.contains("08:16:40  Sharing was switched on"), text);
  }

  private static Story withSwitches(Story story, long off, long on) {
    List<StoryEvent> events = new ArrayList<>(story.events());
    events.add(new StoryEvent.Noted(new SharingSwitched(off, false, 1.5)));
    events.add(new StoryEvent.Noted(new SharingSwitched(on, true, 2.5)));
    return new Story(
        story.policy(),
        story.job(),
        story.virtualCluster(),
        story.submitSecond(),
        story.endSecond(),
        story.queueSeconds(),
        story.preemptions(),
        story.overtakenBy(),
        story.estimate(),
        story.waits(),
        events,
        story.remarks());
  }

  /** Each cause in the sentence that answers, with the number behind it. */
  @Test
  void answersNameTheMainCauseAndItsNumber() {
    // Both nodes have 1 GPU left when job 2 asks for 2 on one.
    Story apart =
        new StoryCase(2).job(0, 3, 100).job(0, 3, 100).job(10, 2, 30).run("fifo").story(2);
    assertEquals(
        "All that time the free GPUs lay apart: it needs 2 GPUs on one node, and the 2 free lay on"
            + " 2 nodes.",
        new StoryAnswer(apart).why());
    Story full = new StoryCase(1).job(0, 4, 100).job(10, 2, 30).run("fifo").story(1);
    assertEquals(
        "All that time its virtual cluster was full: it needs 2 GPUs, and none of 4 was free.",
        new StoryAnswer(full).why());
    Story free = new StoryCase(1).job(0, 4, 100).run("fifo").story(0);
    assertEquals("It found a place at once.", new StoryAnswer(free).why());
    assertEquals(
        "Job 0 did not wait under fifo; it ran for 1 min 40 s.", new StoryAnswer(free).howLong());
    // Under SRTF job 1 is shorter and takes the node over at 10. What preemption costs is no wait.
    Story taken = new StoryCase(1).job(0, 4, 100).job(10, 4, 20).run("srtf").story(0);
    assertEquals(
        "Job 0 waited 20 s under srtf, then ran for 2 min 20 s and was taken off its GPUs once.",
        new StoryAnswer(taken).howLong());
  }
}

package org.limpid.explain.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.explain.text.Calendar;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.lucid.SharingMode;

/** Stories as text; their numbers are derived in {@link StoryTest}. */
class StoryTextTest {
  private static final Calendar CALENDAR = new Calendar(LocalDateTime.of(2020, 9, 1, 8, 0));

  private static String text(Story story, int mostSegments) {
    return new StoryText(CALENDAR, mostSegments).text(story);
  }

  @Test
  void storyOfAJobBehindTheHeadOfLine() {
    Story story =
        new StoryCase(1).job(0, 3, 100).job(10, 4, 50).job(20, 1, 30).run("fifo").story(2);
    assertEquals(
        """
        Job 2 of c: 1 GPU in virtual cluster vc, policy fifo
        It was submitted at 2020-09-01 08:00:20, waited 2 min 10 s (130 s), and ended at 08:03:00, 2 min 40
        s (160 s) after its submission.

        Why it waited
          cause         seconds                share
          cluster full       50        50 s   38.5 %
          head of line       80  1 min 20 s   61.5 %
          in sum            130  2 min 10 s  100.0 %

        What happened
        2020-09-01 08:00:20  Came into the queue. 1 other job waited before it, asking for 4 GPUs: job 1 (b,
                             4 GPUs), came earlier.
        2020-09-01 08:00:20  Waited 1 min 20 s (80 s), head of line. There was a place for it, but jobs
                             behind one that can't be placed wait: behind job 1 (b, 4 GPUs) for 1 min 20 s.
        2020-09-01 08:01:40  Waited 50 s, cluster full. It needs 1; of 4 GPUs none was free. Most were held
                             by job 1 (b, 4 GPUs, since 08:01:40); it came before it.
        2020-09-01 08:02:30  Started on GPUs of its own, on 1 node, after 1 try in vain.
        2020-09-01 08:03:00  Ended.
        """,
        text(story, 9));
  }

  @Test
  void jobsThatAreResizedGoOnOnTheirNewGpus() {
    Story story = new StoryCase(1).job(0, 3, 100).run("fifo").story(0);
    assertEquals(
        "Went on on 6 GPUs, at 180.0 % of its speed.",
        new EventText(story, CALENDAR).of(new StoryEvent.Resized(10, 6, 1.8)));
  }

  /** It takes 100 s and asked for 60. */
  @Test
  void jobsThatRunIntoTheirLimitAreSaidToBeKilled() {
    Story story = new StoryCase(1).job(0, 3, 100).killedAfter(60).run("fifo").story(0);
    assertEquals(new StoryEvent.Left(60, Outcome.KILLED), story.events().getLast());
    assertEquals("killed", story.events().getLast().label());
    assertTrue(
        text(story, 9).endsWith("Was killed: it had run for as long as it had asked for.\n"),
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
        1 min 15 s (75 s); in truth it takes 50 s on GPUs of its own. The estimate is 1.50 times too long.
        It was given.

        What happened
        2020-09-01 08:00:10  Came into the queue. No other job waited. Its estimated GPU time is 300 GPU s.
                             Sharing was on.
        2020-09-01 08:00:10  Could not share. 1 job of its size ran, and it would disturb too much. For
                             example with job 0 (a, 4 GPUs) share scores sum to 3, and at most 2 are
                             allowed.
        2020-09-01 08:00:10  Waited 1 min 30 s (90 s), cluster full. It needs 4; of 4 GPUs none was free.
                             Most were held by job 0 (a, 4 GPUs, since 08:00:00); it came before it.
        2020-09-01 08:01:40  Started on GPUs of its own, on 1 node, after 1 try in vain.
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
            "Left out: 1 shorter time of waiting, in sum cluster full 50 s (--all shows all).\n"),
        text);
    assertTrue(text.contains("head of line. There"));
    assertThrows(IllegalArgumentException.class, () -> text(story, 0));
  }

  @Test
  void reasonsOfAnEstimateAreATableThatSums() {
    EstimateStory.Reasons reasons =
        new EstimateStory.Reasons(
            "ln(1 + duration)",
            true,
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
            10 s (190 s).
            """),
        text);
    assertEquals(Optional.of(reasons), estimate.reasons());
  }
}

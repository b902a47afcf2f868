package org.limpid.explain.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.policy.lucid.SharingRefused;

/** What holds for the stories of all jobs of random cases. */
class StoryPropertiesTest {
  private static final int JOBS = 80;
  private static final List<String> POLICIES =
      List.of(
          "fifo",
          "fifo-backfill",
          "sjf",
          "srtf",
          "tiresias",
          "qssf",
          "qssf-easy",
          "lucid",
          "lucid-backfill",
          "lucid-easy");

  private static StoryCase randomCase(long seed, Semantics semantics) {
    SplittableRandom random = new SplittableRandom(seed);
    StoryCase jobs =
        new StoryCase(1 + random.nextInt(4)).sharing(SharingMode.ALWAYS).semantics(semantics);
    int largest = 4;
    long second = 0;
    for (int job = 0; job < JOBS; job++) {
      second += random.nextInt(60);
      long duration = 1 + random.nextInt(1 << random.nextInt(2, 11));
      double memory = 1_000. * (1 + random.nextInt(9));
      int gpus = 1 + random.nextInt(largest);
      jobs.job(second, gpus, duration, 1 + random.nextInt(500), memory, random.nextInt(3));
      if (random.nextInt(3) == 0) {
        long start = second + random.nextInt(40);
        jobs.profiled(start, start + Math.min(duration, 1 + random.nextInt(200)));
      }
    }
    return jobs;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void segmentsSumToTheQueueingDelayAndDoNotOverlap(long seed) {
    for (String policy : POLICIES) {
      StoryCase.Run run = randomCase(seed, Semantics.standard()).run(policy);
      for (int job = 0; job < JOBS; job++) {
        Story story = run.story(job);
        List<Segment> segments = story.segments();
        long sum = segments.stream().mapToLong(Segment::seconds).sum();
        assertEquals(run.facts().queueSeconds(job), sum, policy + " " + job);
        for (int i = 1; i < segments.size(); i++) {
          assertTrue(
              segments.get(i - 1).toSecond() <= segments.get(i).fromSecond(), story::toString);
        }
        assertTrue(sum + story.submitSecond() <= story.endSecond());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void causesSumToTheQueueingDelayInReferenceMode(long seed) {
    StoryCase.Run run = randomCase(seed, Semantics.reference()).run("lucid");
    for (int job = 0; job < JOBS; job++) {
      Story story = run.story(job);
      long sum = story.waits().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(run.facts().queueSeconds(job), sum);
    }
  }

  /** What the log counts and what the candidates say come from different code. */
  @Test
  void refusalsAreFoundAgain() {
    int found = 0;
    for (long seed = 10; seed < 16; seed++) {
      found += refusalsFound(randomCase(seed, Semantics.standard()).run("lucid"));
      found += refusalsFound(randomCase(seed, Semantics.reference()).run("lucid"));
      found += refusalsFound(randomCase(seed, Semantics.standard()).run("lucid-easy"));
    }
    assertTrue(found > 40, found + " refusals");
  }

  private static int refusalsFound(StoryCase.Run run) {
    int found = 0;
    for (int job = 0; job < JOBS; job++) {
      for (StoryEvent event : run.story(job).events()) {
        if (event instanceof StoryEvent.Noted(SharingRefused refused)) {
          assertEquals(refused.counts(), refused.recounted(), run.policy() + " " + job);
          found++;
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "sjf", "qssf", "lucid", "srtf"})
  void thoseBeforeInTheQueueAreNamedWhereOrderIsByKey(String policy) {
    StoryCase.Run run = randomCase(16, Semantics.standard()).run(policy);
    int named = 0;
    for (int job = 0; job < JOBS; job++) {
      for (StoryEvent event : run.story(job).events()) {
        if (event instanceof StoryEvent.Queued queued && !queued.ahead().isEmpty()) {
          named++;
          assertTrue(queued.ahead().size() <= queued.position());
          assertTrue(queued.position() <= queued.waitingJobs());
          assertTrue(queued.ahead().stream().allMatch(ahead -> ahead.key() <= queued.key()));
        }
      }
    }
    assertTrue(named > 10, named + " of " + policy);
  }
}

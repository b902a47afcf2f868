package org.limpid.app.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.explain.story.Segment;
import org.limpid.explain.story.SharingFacts;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.story.StoryTeller;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobFacts;
import org.limpid.results.WaitFacts;
import org.limpid.simulation.policy.LucidOptions;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.waiting.WaitCause;

/** Stories of jobs of the Venus cluster: of those that waited longest, and of some others. */
final class VenusStories {
  private static final int LONGEST = 6;
  private static final int EVERY = 2_999;

  private VenusStories() {}

  /** Their causes are those of {@code waits.csv}, and refused partners are found again. */
  static void check(Path ofPolicy, Semantics semantics) {
    JobFacts facts = JobFacts.read(ofPolicy.resolve("jobs.csv"));
    WaitFacts waits = WaitFacts.read(ofPolicy.resolve("waits.csv"), facts);
    DatasetReader data = DatasetReader.open(SharedData.venus());
    Trace trace = data.trace();
    SharingFacts.Memory memory =
        new SharingFacts.Memory(
            data.cluster().gpuMemoryMib(), row -> trace.workloadProfile(row).memoryMib());
    SharingFacts sharing =
        new SharingFacts(
            LucidOptions.DEFAULT_SHARING_LIMIT,
            semantics.has(Semantics.Mend.SURVIVOR_RECOVERS),
            Optional.of(memory));
    StoryTeller teller =
        new StoryTeller(
            ofPolicy.getFileName().toString(),
            DecisionFile.read(ofPolicy.resolve(DecisionFile.FILE_NAME), facts),
            facts,
            sharing,
            "");
    rows(facts).forEach(row -> check(teller.tell(row), row, facts, waits));
  }

  private static IntStream rows(JobFacts facts) {
    IntStream longest =
        IntStream.range(0, facts.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(facts::queueSeconds).reversed())
            .limit(LONGEST)
            .mapToInt(row -> row);
    return IntStream.concat(
        longest, IntStream.range(0, facts.size()).filter(row -> row % EVERY == 0));
  }

  private static void check(Story story, int row, JobFacts facts, WaitFacts waits) {
    long sum = 0;
    for (WaitCause cause : WaitCause.values()) {
      assertEquals(waits.seconds(row, cause), story.waits().get(cause), cause + " of " + row);
      sum += story.waits().get(cause);
    }
    assertEquals(facts.queueSeconds(row), sum);
    assertEquals(sum, story.segments().stream().mapToLong(Segment::seconds).sum());
    assertTrue(story.events().getLast() instanceof StoryEvent.Ended, story::toString);
    for (StoryEvent event : story.events()) {
      if (event instanceof StoryEvent.SharingRefused refused) {
        assertEquals(refused.counts(), refused.recounted(), story.job()::toString);
      }
    }
  }
}

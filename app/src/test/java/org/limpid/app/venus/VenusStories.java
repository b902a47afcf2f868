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
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.story.StoryTeller;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.lucid.SharingRefused;
import org.limpid.simulation.waiting.WaitCause;

/** Stories of jobs of the Venus cluster: of those that waited longest, and of some others. */
final class VenusStories {
  private static final int LONGEST = 6;
  private static final int EVERY = 2_999;

  private VenusStories() {}

  /** Their causes are those of {@code waits.csv}, and refused partners are found again. */
  static void check(Path ofPolicy, Semantics semantics) {
    RunFolder run = RunFolder.open(ofPolicy.getParent());
    String policy = ofPolicy.getFileName().toString();
    JobTable facts = run.numberedJobs(policy);
    WaitTable waits = run.waits(policy, facts);
    DatasetReader data = DatasetReader.open(SharedData.venus());
    Trace trace = data.trace();
    RunFacts.Memory memory =
        new RunFacts.Memory(
            data.cluster().gpuMemoryMib(), row -> trace.workloadProfile(row).memoryMib());
    RunFacts how = new RunFacts(Settings.NONE, semantics, Optional.of(memory));
    StoryTeller teller = new StoryTeller(policy, run.decisions(policy, facts), facts, how, "");
    rows(facts).forEach(row -> check(teller.tell(row), row, facts, waits));
  }

  private static IntStream rows(JobTable facts) {
    IntStream longest =
        IntStream.range(0, facts.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingLong(facts::queueSeconds).reversed())
            .limit(LONGEST)
            .mapToInt(row -> row);
    return IntStream.concat(
        longest, IntStream.range(0, facts.size()).filter(row -> row % EVERY == 0));
  }

  private static void check(Story story, int row, JobTable facts, WaitTable waits) {
    long sum = 0;
    for (WaitCause cause : WaitCause.values()) {
      assertEquals(waits.seconds(row, cause), story.waits().get(cause), cause + " of " + row);
      sum += story.waits().get(cause);
    }
    assertEquals(facts.queueSeconds(row), sum);
    assertEquals(sum, story.segments().stream().mapToLong(Segment::seconds).sum());
    assertTrue(story.events().getLast() instanceof StoryEvent.Ended, story::toString);
    for (StoryEvent event : story.events()) {
      if (event instanceof StoryEvent.Noted(SharingRefused refused)) {
        assertEquals(refused.counts(), refused.recounted(), story.job()::toString);
      }
    }
  }
}

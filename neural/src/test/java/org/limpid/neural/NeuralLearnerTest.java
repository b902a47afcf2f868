package org.limpid.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.Trace.Job;
import org.limpid.data.VirtualCluster;
import org.limpid.experiment.chain.ChainLearner;
import org.limpid.experiment.chain.ChainLearners;
import org.limpid.experiment.chain.ChainLesson;
import org.limpid.experiment.chain.ChainLessons;
import org.limpid.experiment.chain.ChainPolicy;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.files.DataException;
import org.limpid.neural.Phase.Loss;
import org.limpid.reference.mirage.BatchLog;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainWindow;
import org.limpid.reference.mirage.SightedWait;

/** Learners in windows of a random log of eight nodes, in which jobs often wait. */
final class NeuralLearnerTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.parse("2023-02-01T00:00");
  private static final int WINDOWS = 6;
  private static final int NEVER = Integer.MAX_VALUE;

  @TempDir private Path folder;

  private static NeuralPolicy transformer;
  private static NeuralPolicy acting;

  /** Jobs submitted from a second on run twice as long as they did, so that the future differs. */
  private static BatchLog log(long changed) {
    Random random = new Random(11);
    Trace.Builder trace = new Trace.Builder();
    long submit = 0;
    for (int id = 1; id <= 120; id++) {
      submit += 1 + random.nextInt(4 * 3600);
      int limit = 60 * (60 + random.nextInt(1000));
      int run = 1 + random.nextInt(limit / 2);
      trace.add(
          new Job(
                  id,
                  "u",
                  "all",
                  "a",
                  1 + random.nextInt(6),
                  0,
                  "COMPLETED",
                  submit,
                  submit >= changed ? 2 * run : run,
                  null)
              .with(JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, (long) limit)));
    }
    return BatchLog.of(
        trace.build(), new ClusterDescription(List.of(new VirtualCluster("all", 8)), 1, 0, 1024));
  }

  private static ChainWindow window(BatchLog log, int index) {
    return new ChainWindow(log, index * ChainWindow.INTERVAL_SECONDS, 2);
  }

  private static ChainLessons lessons() {
    BatchLog log = log(NEVER);
    List<ChainLesson> lessons = new ArrayList<>();
    for (int index = 0; index < WINDOWS; index++) {
      for (SightedWait wait : window(log, index).sightedWaits(9)) {
        lessons.add(new ChainLesson(index, wait.sight(), wait.waitSeconds() / 3600.0));
      }
    }
    return new ChainLessons(lessons, WINDOWS, new GapPrice(2), ORIGIN, 1);
  }

  private static LearnerSettings small() {
    return new LearnerSettings(
        new NetworkSettings(144, 42, 1, 1, 1, 8, 8, 0.1),
        List.of(),
        new Phase(Loss.ABSOLUTE, 1e-3, 16, 12),
        true,
        0,
        7);
  }

  @BeforeAll
  static void learn() {
    transformer = (NeuralPolicy) new NeuralLearner("transformer", small()).learn(lessons());
    acting = (NeuralPolicy) new NeuralLearner("reinforce", small().withHead(30)).learn(lessons());
  }

  @Test
  void theModuleOffersItsLearners() {
    List<String> names =
        ServiceLoader.load(ChainLearners.class).stream()
            .flatMap(module -> module.get().learners().stream())
            .map(ChainLearner::name)
            .toList();
    assertTrue(names.containsAll(List.of("transformer", "mixture", "reinforce")), names::toString);
  }

  /** Submitted at once nearly two days overlap, submitted at the end none: it tells them apart. */
  @Test
  void gapsGrowWhileThePredecessorRuns() {
    List<SightedWait> waits = window(log(NEVER), 7).sightedWaits(9);
    double first = transformer.network().hours(waits.getFirst().sight());
    double last = transformer.network().hours(waits.getLast().sight());
    assertTrue(last > first + 6, () -> first + " to " + last);
  }

  /** What is submitted later than a decision runs for another time: the decision stays. */
  @Test
  void nobodyLooksAhead() {
    for (ChainPolicy policy : List.of(transformer, acting)) {
      ChainOutcome outcome = window(log(NEVER), 8).followSeeing(policy.begin());
      BatchLog other = log(outcome.submitSecond());
      assertNotEquals(log(NEVER).jobs(), other.jobs());
      assertEquals(
          outcome.submitSecond(), window(other, 8).followSeeing(policy.begin()).submitSecond());
    }
  }

  /** It acts at random, but always alike. */
  @Test
  void thePolicyActsAlikeEachTime() {
    ChainWindow window = window(log(NEVER), 8);
    assertEquals(window.followSeeing(acting.begin()), window.followSeeing(acting.begin()));
    assertTrue(acting.head().orElseThrow().intervalSeconds() > 5 * 3600);
  }

  /** In the network below nothing is changed by the policy on top. */
  @Test
  void thePolicyStandsOnTheSameNetwork() {
    for (int i = 0; i < transformer.network().weights().size(); i++) {
      assertArrayEquals(transformer.network().weights().get(i), acting.network().weights().get(i));
    }
  }

  @Test
  void aPolicyIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("policy");
    acting.write(file);
    NeuralPolicy read = new NetworkFile(file).read("reinforce");
    ChainWindow window = window(log(NEVER), 9);
    assertEquals(window.followSeeing(acting.begin()), window.followSeeing(read.begin()));
    assertEquals(acting.network().settings(), read.network().settings());
    assertEquals(acting.network().origin().dataHash(), read.network().origin().dataHash());
    Path again = folder.resolve("again");
    read.write(again);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
  }

  @Test
  void anotherFileIsNoPolicy() throws IOException {
    Path file = folder.resolve("policy");
    transformer.write(file);
    assertMessage("expected one of mixture, found one of transformer", file, "mixture");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertMessage("the gzip data is broken or cut short", file, "transformer");
    Files.writeString(file, "{}");
    assertMessage("this is no network that can be read", file, "transformer");
    Files.delete(file);
    assertMessage(file.toString(), file, "transformer");
  }

  private static void assertMessage(String expected, Path file, String learner) {
    DataException problem =
        assertThrows(DataException.class, () -> new NetworkFile(file).read(learner));
    assertTrue(problem.getMessage().contains(expected), problem::getMessage);
  }
}

package org.limpid.simulation.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.data.Profiles;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.engine.Refusals;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.policy.SharingMode;

/** What is recorded of small cases on one or two nodes of 8 GPUs. */
class DecisionRecorderTest {
  private static final Allocation WHOLE_NODE = Allocation.of(0, 0xff);

  private static List<Decision> decisions(Given given, String policy) {
    List<Decision> all = new ArrayList<>();
    PartitionLog log = given.explain(policy).decisions().partitions().getFirst();
    log.forEach(all::add);
    assertEquals(log.count(), all.size());
    return all;
  }

  private static <T extends Decision> List<T> only(Class<T> kind, List<Decision> decisions) {
    return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * Job 1 comes at 2 and finds no GPU. Jobs 2 and 3 come at 3 and 4, behind it. Each time job 1 is
   * tried, and at 10 it starts after 3 tries. First in, first out has no key but the order.
   */
  @Test
  void strictQueueTellsWhoBlocksIt() {
    Given given = Given.nodes(1).job(0, 8, 10).job(2, 8, 5).job(3, 1, 4).job(4, 1, 4);
    assertEquals(
        List.of(
            new Decision.Arrived(0, 0),
            new Decision.Queued(0, 0, 0, 0, 10),
            new Decision.Started(0, 0, 0, WHOLE_NODE),
            new Decision.Arrived(2, 1),
            new Decision.Queued(2, 1, 0, 0, 5),
            new Decision.NotPlaced(2, 1, 0, 0, 0),
            new Decision.Blocked(2, 1),
            new Decision.Arrived(3, 2),
            new Decision.Queued(3, 2, 1, 0, 4),
            new Decision.Arrived(4, 3),
            new Decision.Queued(4, 3, 2, 0, 4),
            new Decision.Ended(10, 0),
            new Decision.Started(10, 1, 3, WHOLE_NODE),
            new Decision.NotPlaced(10, 2, 0, 0, 0),
            new Decision.Blocked(10, 2),
            new Decision.Ended(15, 1),
            new Decision.Started(15, 2, 1, Allocation.of(0, 1)),
            new Decision.Started(15, 3, 0, Allocation.of(0, 2)),
            new Decision.Ended(19, 2),
            new Decision.Ended(19, 3)),
        decisions(given, "fifo"));
  }

  /** 5 + 5 GPUs leave 3 + 3: job 2 finds 6 free GPUs and no node with 4. */
  @Test
  void freeGpusInTheWrongPlacesAreSaid() {
    Given given = Given.nodes(2).job(0, 5, 10).job(0, 5, 10).job(1, 4, 1);
    assertEquals(
        List.of(new Decision.NotPlaced(1, 2, 6, 3, 0)),
        only(Decision.NotPlaced.class, decisions(given, "fifo")));
  }

  /** At 5 the waiting job has 20 s left, the running one 95 s: it gives way to job 1. */
  @Test
  void preemptionNamesTheWinner() {
    Given given = Given.nodes(1).job(0, 8, 100).job(5, 8, 20);
    List<Decision> decisions = decisions(given, "srtf");
    assertEquals(
        List.of(new Decision.Preempted(5, 0, 1)), only(Decision.Preempted.class, decisions));
    assertEquals(
        List.of(
            new Decision.Queued(0, 0, 0, 100, 100),
            new Decision.Queued(5, 1, 0, 20, 20),
            new Decision.Queued(5, 0, 1, 135, 100)),
        requeued(decisions));
  }

  /** The victim is queued again with 95 s and 40 s for saving and restoring its state. */
  private static List<Decision.Queued> requeued(List<Decision> decisions) {
    return only(Decision.Queued.class, decisions);
  }

  @Test
  void tiresiasPutsDecisionsOff() {
    Given given = Given.nodes(1).job(0, 1, 5).job(10, 1, 5);
    assertEquals(
        List.of(new Decision.Postponed(5, 60), new Decision.Postponed(10, 60)),
        only(Decision.Postponed.class, decisions(given, "tiresias")).stream()
            .filter(put -> put.second() < 60)
            .toList());
  }

  private static final WorkloadProfile SMALL = Workloads.profile("LSTM", 3000);
  private static final WorkloadProfile LARGE = Workloads.profile("BERT", 22_000);
  private static final WorkloadProfile LOUD = Workloads.profile("VGG", 3000);

  private static Given shared() {
    Profiles profiles =
        new Profiles(
            List.of(
                Workloads.single(SMALL, 1), Workloads.single(LARGE, 0), Workloads.single(LOUD, 2)),
            List.of());
    return Given.nodes(5).profiles(profiles).sharing(SharingMode.ALWAYS);
  }

  /**
   * Job 6 (score 1, 3000 MiB, 800 GPU-seconds) finds five taken nodes and six running jobs: 0 and 5
   * need too much memory (22,000 + 3000 MiB), 1 disturbs too much (2 + 1), 2 has 80 GPU-seconds,
   * less than half of 800, and 4 shares with 3, whose 240 GPU-seconds are its own.
   */
  @Test
  void everyRefusedPartnerIsCountedUnderItsRule() {
    Given given =
        shared()
            .job(0, 8, 1000, 1000, LARGE)
            .job(0, 8, 1000, 1000, LOUD)
            .job(0, 8, 1000, 10, SMALL)
            .job(0, 8, 1000, 30, SMALL)
            .job(1, 8, 1000, 30, SMALL)
            .job(2, 8, 1000, 900, LARGE)
            .job(3, 8, 1000, 100, SMALL);
    List<Decision.PartnersRefused> refused =
        only(Decision.PartnersRefused.class, decisions(given, "lucid"));
    assertEquals(
        new Decision.PartnersRefused(3, 6, new Refusals(2, 2, 1, 1, 0)), refused.getFirst());
  }

  /**
   * The forecast is 5 jobs per slot until 600 and 1 from then on: sharing is off while at most 2.
   */
  @Test
  void switchOfSharingComesWithItsForecast() {
    Forecast forecast =
        new Forecast(new long[] {600, 1200, 1800}, new double[] {5, 1, 1}, new double[] {5, 1, 1});
    Given given =
        shared()
            .sharing(SharingMode.PREDICTED)
            .forecast(forecast)
            .job(0, 8, 1000, 1000, SMALL)
            .job(1, 40, 10, 10, SMALL);
    assertEquals(
        List.of(
            new Decision.SharingSwitched(0, true, 7.0 / 3),
            new Decision.SharingSwitched(600, false, 1)),
        only(Decision.SharingSwitched.class, decisions(given, "lucid")));
  }

  /** A node is lent at 100 and comes back at 200, when the job on the other one still runs. */
  @Test
  void lentNodesAreRecorded() {
    Given given =
        Given.nodes(2)
            .profiles(Workloads.light(List.of(SMALL)))
            .job(0, 8, 1000, 1000, SMALL)
            .loan(100, 1)
            .loan(200, -1);
    List<Decision> decisions = decisions(given, "lucid");
    assertEquals(
        List.of(new Decision.NodeRemoved(100, 1)), only(Decision.NodeRemoved.class, decisions));
    assertEquals(
        List.of(new Decision.NodeAdded(200, 9999)), only(Decision.NodeAdded.class, decisions));
  }
}

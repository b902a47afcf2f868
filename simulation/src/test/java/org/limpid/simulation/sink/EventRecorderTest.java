package org.limpid.simulation.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.data.Profiles;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.lucid.Refusals;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.policy.lucid.SharingSwitched;
import org.limpid.simulation.resource.Allocation;

/** What is recorded of small cases on one or two nodes of 8 GPUs. */
class EventRecorderTest {
  private static final Allocation WHOLE_NODE = Allocation.of(0, 0xff);

  private static List<Event> decisions(Given given, String policy) {
    List<Event> all = new ArrayList<>();
    PartitionLog log = given.explain(policy).decisions().partitions().getFirst();
    log.forEach(all::add);
    assertEquals(log.count(), all.size());
    return all;
  }

  private static <T extends Event> List<T> only(Class<T> kind, List<Event> decisions) {
    return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Note> notes(String kind, List<Event> events) {
    return only(Note.class, events).stream().filter(note -> note.kind().equals(kind)).toList();
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
            new Event.Arrived(0, 0),
            new Event.Queued(0, 0, 0, 0, 10),
            new Event.Started(0, 0, 0, WHOLE_NODE),
            new Event.Arrived(2, 1),
            new Event.Queued(2, 1, 0, 0, 5),
            new Event.NotPlaced(2, 1, 0, 0, 0),
            new Event.Blocked(2, 1),
            new Event.Arrived(3, 2),
            new Event.Queued(3, 2, 1, 0, 4),
            new Event.Arrived(4, 3),
            new Event.Queued(4, 3, 2, 0, 4),
            new Event.Ended(10, 0, Outcome.ENDED),
            new Event.Started(10, 1, 3, WHOLE_NODE),
            new Event.NotPlaced(10, 2, 0, 0, 0),
            new Event.Blocked(10, 2),
            new Event.Ended(15, 1, Outcome.ENDED),
            new Event.Started(15, 2, 1, Allocation.of(0, 1)),
            new Event.Started(15, 3, 0, Allocation.of(0, 2)),
            new Event.Ended(19, 2, Outcome.ENDED),
            new Event.Ended(19, 3, Outcome.ENDED)),
        decisions(given, "fifo"));
  }

  /** 5 + 5 GPUs leave 3 + 3: job 2 finds 6 free GPUs and no node with 4. */
  @Test
  void freeGpusInTheWrongPlacesAreSaid() {
    Given given = Given.nodes(2).job(0, 5, 10).job(0, 5, 10).job(1, 4, 1);
    assertEquals(
        List.of(new Event.NotPlaced(1, 2, 6, 3, 0)),
        only(Event.NotPlaced.class, decisions(given, "fifo")));
  }

  /** At 5 the waiting job has 20 s left, the running one 95 s: it gives way to job 1. */
  @Test
  void preemptionNamesTheWinner() {
    Given given = Given.nodes(1).job(0, 8, 100).job(5, 8, 20);
    List<Event> decisions = decisions(given, "srtf");
    assertEquals(List.of(new Event.Preempted(5, 0, 1)), only(Event.Preempted.class, decisions));
    assertEquals(
        List.of(
            new Event.Queued(0, 0, 0, 100, 100),
            new Event.Queued(5, 1, 0, 20, 20),
            new Event.Queued(5, 0, 1, 135, 100)),
        requeued(decisions));
  }

  /** The victim is queued again with 95 s and 40 s for saving and restoring its state. */
  private static List<Event.Queued> requeued(List<Event> decisions) {
    return only(Event.Queued.class, decisions);
  }

  @Test
  void tiresiasPutsDecisionsOff() {
    Given given = Given.nodes(1).job(0, 1, 5).job(10, 1, 5);
    assertEquals(
        List.of(new Event.Postponed(5, 60), new Event.Postponed(10, 60)),
        only(Event.Postponed.class, decisions(given, "tiresias")).stream()
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
    Note refused = notes(Refusals.NOTE, decisions(given, "lucid")).getFirst();
    assertEquals(3, refused.second());
    assertEquals(6, refused.job());
    assertEquals(new Refusals(2, 2, 1, 1, 0), Refusals.of(refused));
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
    List<Note> notes = notes(SharingSwitched.NOTE, decisions(given, "lucid"));
    assertEquals(List.of(0L, 600L), notes.stream().map(Note::second).toList());
    assertEquals(
        List.of(new SharingSwitched(0, true, 7.0 / 3), new SharingSwitched(600, false, 1)),
        notes.stream().map(SharingSwitched::of).toList());
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
    List<Event> decisions = decisions(given, "lucid");
    assertEquals(List.of(new Event.NodeRemoved(100, 1)), only(Event.NodeRemoved.class, decisions));
    assertEquals(List.of(new Event.NodeAdded(200, 9999)), only(Event.NodeAdded.class, decisions));
  }
}

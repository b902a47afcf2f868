package org.limpid.simulation.policy.limpid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.simulation.given.Given.seconds;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.limpid.data.Profiles;
import org.limpid.data.WorkloadProfile;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.ProfilerSettings;

/** Places of jobs whose profiles are known when they come, with their costs worked out by hand. */
class LimpidTest {
  private static final double ROUNDING = 1e-12;
  private static final WorkloadProfile HOST = Workloads.profile("LSTM", 4_000);
  private static final WorkloadProfile NEWCOMER = Workloads.profile("VGG", 4_000);
  private static final WorkloadProfile HUGE = Workloads.profile("GPT", 21_000);
  private static final Profiles PROFILES =
      Workloads.light(
          List.of(HOST, NEWCOMER, HUGE),
          Workloads.pair("VGG", "LSTM", 0.8, 0.9),
          Workloads.pair("LSTM", "LSTM", 0.75, 0.75));

  private static Given nodes(int count) {
    return Given.nodes(count).profiles(PROFILES).with(ProfilerSettings.NODES, 0);
  }

  private static List<Note> notes(Given given, String kind) {
    return StreamSupport.stream(
            given.explain("limpid").decisions().partitions().getFirst().spliterator(), false)
        .filter(event -> event instanceof Note note && note.kind().equals(kind))
        .map(Note.class::cast)
        .toList();
  }

  private static Placed lastPlaced(Given given) {
    Note note = notes(given, PlacementTeller.PLACED).getLast();
    return Placed.of(note, PlacementTeller.HOSTS, job -> new JobName(job, "user", 1));
  }

  private static void assertCosts(
      double hosts, double own, double fragmentation, Placed.Place place) {
    assertEquals(hosts, place.hostsLoss(), ROUNDING);
    assertEquals(own, place.ownLoss(), ROUNDING);
    assertEquals(fragmentation, place.fragmentation(), ROUNDING);
  }

  /**
   * Job 1 comes first and has half of node 0 and 300 s left, job 0 node 1 and 900 s. Job 2 is
   * expected to take 600 s. Four GPUs are free: that costs 0.001 / 8 x 4. Beside job 1, for half of
   * its time, 4 GPUs would lose a tenth and its own one a fifth; beside job 0, for all of it, 8
   * GPUs and its own.
   */
  @Test
  void freeGpusCostLeastWhereAPairLoses() {
    Placed placed =
        lastPlaced(
            nodes(2)
                .job(0, 8, 1_000, 1_000, HOST)
                .job(0, 4, 400, 400, HOST)
                .job(100, 1, 600, 600, NEWCOMER));
    assertEquals(3, placed.considered());
    assertEquals(0, placed.taken().firstNode());
    assertCosts(0, 0, 0.0005, placed.taken());
    assertCosts(4 * 0.1 * 0.5, 0.2 * 0.5, 0, placed.others().get(0));
    assertCosts(8 * 0.1, 0.2, 0, placed.others().get(1));
    assertEquals(new JobName(0, "user", 1), placed.others().get(1).hosts().getFirst());
  }

  /** The same without the free GPUs: beside the job that is gone sooner. */
  @Test
  void whereNothingIsFreeTheJobGoesWhereLeastIsLost() {
    Placed placed =
        lastPlaced(
            nodes(2)
                .job(0, 8, 1_000, 1_000, HOST)
                .job(0, 8, 400, 400, HOST)
                .job(100, 1, 600, 600, NEWCOMER));
    assertCosts(8 * 0.1 * 0.5, 0.2 * 0.5, 0, placed.taken());
    assertEquals(0, placed.taken().firstNode());
  }

  /** Node 0 has four free GPUs and node 1 three, which are cheaper, unless all cost nothing. */
  @Test
  void ofEquallyCheapPlacesThatOnTheFirstNodeIsTaken() {
    Given given =
        nodes(2).job(0, 4, 900, 900, HUGE).job(0, 5, 900, 900, HUGE).job(9, 1, 900, 900, HUGE);
    assertEquals(1, lastPlaced(given).taken().firstNode());
    assertEquals(0, lastPlaced(given.with(LimpidSettings.IDLE_NODE_PRICE, 0)).taken().firstNode());
  }

  /**
   * A job of two nodes takes the idle one and the one on which it loses less: beside job 1, a
   * quarter of whose 400 s are over, and which is not half as long as it.
   */
  @Test
  void largeJobTakesTheNodesOnWhichLeastIsLost() {
    Placed placed =
        lastPlaced(
            nodes(3)
                .job(0, 8, 1_000, 1_000, HOST)
                .job(0, 8, 400, 400, HOST)
                .job(100, 16, 600, 600, NEWCOMER));
    assertEquals(2, placed.taken().nodes());
    assertEquals(2, placed.taken().firstNode());
    assertCosts(8 * 0.1 * 0.5, 16 * 0.2 * 0.5, 0, placed.taken());
  }

  /**
   * Job 0, believed to be short, comes first, and nobody may join it. Job 2 has the last two free
   * GPUs and joins two of the four of job 1; both run at 0.75. Job 1 is done after 100 s; job 2 has
   * done 75 s by then and does the other 125 alone.
   */
  @Test
  void survivorOnTwoOfFourGpusRunsAtFullSpeedAgain() {
    Given given =
        nodes(1).job(0, 2, 1_000, 1, HUGE).job(0, 4, 75, 75, HOST).job(0, 4, 200, 200, HOST);
    assertArrayEquals(seconds(1_000, 100, 225), given.run("limpid").endSeconds());
  }

  /** Whoever waits is told what each GPU was to it. */
  @Test
  void refusalsCountGpus() {
    Given given =
        nodes(2)
            .job(0, 8, 1_000, 1_000, HUGE)
            .job(0, 6, 1_000, 1_000, HOST)
            .job(10, 4, 100, 100, HUGE)
            .job(20, 16, 100, 100, HOST);
    List<Note> refused = notes(given, PlacementTeller.REFUSED);
    assertEquals(2, refused.get(0).job());
    assertEquals(
        Map.of(PlaceRefused.Reason.MEMORY, 14, PlaceRefused.Reason.SCATTERED, 2),
        positive(PlaceRefused.of(refused.get(0)).gpus()));
    assertEquals(
        "Found no place: 14 GPUs with too little memory for both and 2 GPUs that it could have, but"
            + " not enough of them together.",
        PlaceRefused.of(refused.get(0)).text());
  }

  private static Map<PlaceRefused.Reason, Integer> positive(
      Map<PlaceRefused.Reason, Integer> gpus) {
    Map<PlaceRefused.Reason, Integer> some = new EnumMap<>(gpus);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  @Test
  void placesAreToldInASentence() {
    Given given = nodes(1).job(0, 8, 1_000, 1_000, HOST).job(100, 1, 600, 600, NEWCOMER);
    assertEquals(
        "There was one place: GPUs on node 0 beside job 0 (user, 1 GPU) (costs 1 GPU: 0.8 lost"
            + " by those who are there, 0.2 by itself).",
        lastPlaced(given).text());
  }
}

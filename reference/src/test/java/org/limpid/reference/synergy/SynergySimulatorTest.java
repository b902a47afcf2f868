package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One server of 8 GPUs; alexnet takes .6 s for an iteration, so 500 of them are a round. */
class SynergySimulatorTest {
  private static final SynergyCluster ONE_SERVER =
      new SynergyCluster(1, new Resources(8, 24, 500, 500));
  private static final SynergyPolicy FAIR =
      new SynergyPolicy(SynergyOrder.FIFO, SynergyAllocation.FAIR, false);

  /** The second job comes in 2 h after the first one has ended. */
  private static final List<SynergyJob> WITH_GAP = List.of(job(0, 1, 501), job(1, 9000, 500));

  private static SynergyJob job(int id, double arrival, long iterations) {
    return new SynergyJob(id, SynergyModel.ALEXNET.profile(), arrival, iterations, 1);
  }

  private static List<Double> ends(ReplayRules rules) {
    return SynergySimulator.replay(WITH_GAP, ONE_SERVER, FAIR, rules).stream()
        .map(FinishedJob::endSeconds)
        .toList();
  }

  /** The first round begins at 300 s; one iteration too many costs a whole round. */
  @Test
  void jobsEndWithARound() {
    assertEquals(List.of(900.0, 9300.0), ends(ReplayRules.WHOLE));
  }

  @Test
  void theArtifactEndsAtTheFirstRoundWithoutAJob() {
    assertEquals(List.of(900.0), ends(new ReplayRules(false, true)));
  }

  @Test
  void roundsOfStaticTracesBeginAtOneSecond() {
    assertEquals(List.of(601.0, 9301.0), ends(new ReplayRules(true, false)));
  }

  @Test
  void jobsThatNeverFitAreRefused() {
    SynergyJob large = new SynergyJob(0, SynergyModel.LSTM.profile(), 0, 1, 16);
    List<SynergyJob> jobs = List.of(large);
    assertThrows(
        IllegalArgumentException.class,
        () -> SynergySimulator.replay(jobs, ONE_SERVER, FAIR, ReplayRules.WHOLE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SynergyJob(0, SynergyModel.LSTM.profile(), 0, 1, 3));
  }
}

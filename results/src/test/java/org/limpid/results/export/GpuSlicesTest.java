package org.limpid.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.results.export.GpuSlices.Slice;
import org.limpid.results.export.GpuSlices.Track;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.job.Outcome;

final class GpuSlicesTest {
  private static List<Slice> slices(PartitionLog log) throws IOException {
    List<Slice> slices = new ArrayList<>();
    GpuSlices.forEach(log, slices::add);
    return slices;
  }

  /** Who joins another job gets the second track; at second 30 both nodes change their numbers. */
  @Test
  void jobsAreOnTracksOfTheirGpus() throws IOException {
    assertEquals(
        List.of(
            new Slice(0, new Track(1, 0, false), 0, 30),
            new Slice(0, new Track(1, 1, false), 0, 30),
            new Slice(1, new Track(0, 1, false), 10, 30),
            new Slice(2, new Track(0, 1, true), 20, 30),
            new Slice(1, new Track(1, 1, false), 30, 40),
            new Slice(2, new Track(1, 1, true), 30, 50),
            new Slice(0, new Track(0, 0, false), 30, 80),
            new Slice(0, new Track(0, 1, false), 30, 80)),
        slices(GivenLog.LOG));
  }

  @Test
  void jobsThatRunForNoTimeHaveNone() throws IOException {
    assertEquals(
        List.of(),
        slices(
            GivenLog.log(
                new Event.Arrived(5, 0),
                new Event.Started(5, 0, 0, GivenLog.WHOLE_NODE),
                new Event.Ended(5, 0, Outcome.ENDED))));
  }

  @Test
  void eventsThatDoNotFollowAreRefused() {
    PartitionLog log = GivenLog.log(new Event.Arrived(5, 0), new Event.Ended(5, 0, Outcome.ENDED));
    assertThrows(IllegalStateException.class, () -> slices(log));
  }
}

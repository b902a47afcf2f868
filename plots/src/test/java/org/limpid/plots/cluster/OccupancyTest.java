package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.results.JobTable;

final class OccupancyTest {
  @TempDir private Path folder;

  private static List<String> segments(Occupancy occupancy, int gpu) {
    List<String> segments = new ArrayList<>();
    occupancy.segments(
        gpu,
        (row, from, to, place, count) ->
            segments.add("%d: %d-%d %d/%d".formatted(row, from, to, place, count)));
    return segments;
  }

  /**
   * The second job comes to the GPU of the first at 20 and stays until 40, the first ends at 30.
   */
  @Test
  void sharedTimesAreApartFromOthers() throws IOException {
    Occupancy occupancy =
        Occupancy.of(
            new TinyRun()
                .job("lucid", "a,v,1,0,20,10,30,10,0,0:3")
                .job("lucid", "b,v,1,0,15,20,40,20,0,0:3")
                .job("lucid", "b,v,1,0,5,40,45,40,0,0:3")
                .write(folder),
            "lucid");
    assertEquals(List.of(new Occupancy.Gpu(0, 0, 3)), occupancy.gpus());
    assertEquals(
        List.of("0: 10-20 0/1", "0: 20-30 0/2", "1: 20-30 1/2", "1: 30-40 0/1", "2: 40-45 0/1"),
        segments(occupancy, 0));
  }

  @Test
  void jobsOfTheProfilerAndOfNoTimeAreLeftOut() throws IOException {
    Occupancy occupancy =
        Occupancy.of(
            new TinyRun()
                .job("lucid", "a,v,1,0,20,10,30,10,0,0:0,5,1,0,1")
                .job("lucid", "a,v,1,0,20,10,10,10,0,0:1")
                .job("lucid", "a,w,2,0,20,10,30,10,0,1:1;9999:0")
                .write(folder),
            "lucid");
    assertEquals(
        List.of(new Occupancy.Gpu(1, 1, 1), new Occupancy.Gpu(1, 9999, 0)), occupancy.gpus());
  }

  /** Second by second, the jobs that a GPU has are those whose times say so. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void segmentsAreWhatTheTimesSay(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    TinyRun run = new TinyRun();
    for (int job = 0; job < 40; job++) {
      int start = random.nextInt(100);
      int end = start + random.nextInt(20);
      run.job("lucid", "a,v,1,0,5,%d,%d,0,0,0:%d".formatted(start, end, random.nextInt(2)));
    }
    Occupancy occupancy = Occupancy.of(run.write(folder), "lucid");
    long[] found = {0};
    for (int gpu = 0; gpu < occupancy.gpus().size(); gpu++) {
      occupancy.segments(
          gpu,
          (row, from, to, place, count) -> {
            found[0] += to - from;
            JobTable jobs = occupancy.jobs();
            assertEquals(true, jobs.startSeconds(row) <= from && to <= jobs.endSeconds(row));
            assertEquals(true, place >= 0 && place < count);
          });
    }
    long expected = 0;
    for (int row = 0; row < occupancy.jobs().size(); row++) {
      expected += occupancy.jobs().endSeconds(row) - occupancy.jobs().startSeconds(row);
    }
    assertEquals(expected, found[0]);
  }

  @Test
  void placementsAreReadGpuByGpu() {
    assertEquals(
        List.of(
            new Occupancy.Placement(0, 0),
            new Occupancy.Placement(0, 12),
            new Occupancy.Placement(31, 7)),
        Occupancy.Placement.parse("0:0+12;31:7"));
    assertEquals(
        List.of(new Occupancy.Placement(2, 1)), Occupancy.Placement.parse("2:1+x;y:4;;5;3:99999"));
  }
}

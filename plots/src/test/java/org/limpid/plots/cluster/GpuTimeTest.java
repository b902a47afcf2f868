package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.results.RunFolder;

final class GpuTimeTest {
  @TempDir private Path folder;

  /**
   * A cluster of 10 GPUs, of which 2, later 4 are with the profiler. From 0 to 60: 8 - 5 = 3 in
   * use, 5 free, 2 of them asked for. From 60 to 120: 6 - 1 = 5 in use, 1 free, 7 asked for. Two
   * jobs share 2 GPUs from 30 to 100; the only sample in that time is that of 60, which stands for
   * 60 s. The last sample stands for no time.
   */
  @Test
  void samplesStandForTheTimeToTheNext() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("lucid", "a,v,2,0,100,0,100,0,0,0:0+1")
            .job("lucid", "b,v,2,30,70,30,110,0,0,0:0+1")
            .sample("lucid", "0,8,5,2,1")
            .sample("lucid", "60,6,1,7,3")
            .sample("lucid", "120,8,8,0,0")
            .write(folder);
    GpuTime time = GpuTime.of(run, "lucid", 10);
    assertEquals(60 * (3 + 5) - 2 * 60, time.of(GpuTime.Part.ALONE));
    assertEquals(2 * 60, time.of(GpuTime.Part.SHARED));
    assertEquals(60 * (2 + 1), time.of(GpuTime.Part.BLOCKED));
    assertEquals(60 * 3, time.of(GpuTime.Part.IDLE));
    assertEquals(60 * (2 + 4), time.of(GpuTime.Part.PROFILER));
    assertEquals(10 * 120, time.sum());
  }

  /**
   * Limpid's jobs of 2 GPUs and of one share one GPU from 30 to 100; the sample of 60 stands for
   * it.
   */
  @Test
  void jobsOfDifferentSizesShareSingleGpus() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("limpid", "a,v,2,0,100,0,100,0,0,0:0+1")
            .job("limpid", "b,v,1,30,70,30,110,0,0,0:1")
            .sample("limpid", "0,8,6,0,0")
            .sample("limpid", "60,8,6,0,0")
            .sample("limpid", "120,8,8,0,0")
            .write(folder);
    GpuTime time = GpuTime.of(run, "limpid", 8);
    assertEquals(60, time.of(GpuTime.Part.SHARED));
    assertEquals(2 * 120 - 60, time.of(GpuTime.Part.ALONE));
  }

  /**
   * Four GPUs, of which the jobs use one until 100. The last one is submitted at 90: what is free
   * from 120 on nobody could want.
   */
  @Test
  void whatIsFreeAfterTheLastSubmissionIsNotIdle() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("fifo", "a,v,1,0,90,0,90,0,0,0:0")
            .job("fifo", "b,v,1,90,100,90,190,0,0,0:0")
            .sample("fifo", "0,4,3,0,1")
            .sample("fifo", "60,4,3,0,1")
            .sample("fifo", "120,4,3,0,1")
            .sample("fifo", "180,4,3,0,1")
            .write(folder);
    GpuTime time = GpuTime.of(run, "fifo", 4);
    assertEquals(180, time.of(GpuTime.Part.ALONE));
    assertEquals(3 * 120, time.of(GpuTime.Part.IDLE));
    assertEquals(3 * 60, time.of(GpuTime.Part.NOBODY_LEFT));
  }

  @Test
  void oneSampleIsNoTime() throws IOException {
    RunFolder run =
        new TinyRun()
            .job("fifo", "a,v,1,0,1,0,1,0,0,0:0")
            .sample("fifo", "0,8,5,2,1")
            .write(folder);
    assertEquals(0, GpuTime.of(run, "fifo", 8).sum());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void partsSumToTheGpuTimeOfTheCluster(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    TinyRun run = new TinyRun();
    for (int job = 0; job < 30; job++) {
      int start = random.nextInt(900);
      int end = start + random.nextInt(300);
      run.job("lucid", "a,v,1,0,5,%d,%d,0,0,0:%d".formatted(start, end, random.nextInt(3)));
    }
    int time = 0;
    int first = random.nextInt(10);
    for (int i = 0; i < 20; i++) {
      time = i == 0 ? first : time + 1 + random.nextInt(90);
      int gpus = random.nextInt(9);
      run.sample(
          "lucid",
          "%d,%d,%d,%d,0".formatted(time, gpus, random.nextInt(gpus + 1), random.nextInt(12)));
    }
    GpuTime gpuTime = GpuTime.of(run.write(folder), "lucid", 8);
    assertEquals(8L * (time - first), gpuTime.sum());
    for (GpuTime.Part part : GpuTime.Part.values()) {
      assertTrue(gpuTime.of(part) >= 0, part.label());
    }
  }
}

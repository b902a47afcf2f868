package org.limpid.experiment.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;

/** Curves of a law: computing is split evenly, and an exchange takes longer with more GPUs. */
final class PredictedScalingTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("dataset.json"),
        """
        {
          "format": "limpid-dataset/1",
          "name": "elastic",
          "time": { "origin": "2020-04-01T00:00:00", "startSeconds": 0 },
          "cluster": { "virtualClusters": "vc.csv", "gpusPerNode": 4, "gpuMemoryMib": 16384 },
          "jobs": { "file": "jobs.csv", "format": "lucid" },
          "scaling": "scaling.csv"
        }
        """);
    Files.writeString(folder.resolve("vc.csv"), ",num\nblue,4\n");
    Files.writeString(
        folder.resolve("jobs.csv"),
        """
        job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration,iterations,scaling
        1,ann,blue,2,2,COMPLETED,0,100,500,fast/64
        2,ann,blue,4,4,COMPLETED,10,100,400,
        3,bob,blue,1,1,COMPLETED,20,100,,
        4,bob,blue,1,1,COMPLETED,30,50,,
        """);
    StringBuilder curves = new StringBuilder("model,batch_size,most_gpus,1,2,4,8,16\n");
    String[] names = {"fast", "middle", "slow", "slower"};
    for (int model = 0; model < names.length; model++) {
      for (int batch = 64; batch <= 128; batch *= 2) {
        curves.append("%s,%d,16".formatted(names[model], batch));
        for (int gpus = 1; gpus <= 16; gpus *= 2) {
          boolean isGap = model == 2 && batch == 64 && gpus == 8;
          curves.append(',').append(isGap ? "" : rate(0.1 * (1 << model) * batch / 64, gpus));
        }
        curves.append('\n');
      }
    }
    Files.writeString(folder.resolve("scaling.csv"), curves);
  }

  private static String rate(double computing, int gpus) {
    return String.format(Locale.ROOT, "%.6f", 1 / (computing / gpus + 0.02 * Math.log(gpus)));
  }

  private Path predicted(String name, int threads) {
    Path out = folder.resolve(name);
    DatasetReader source = DatasetReader.open(folder);
    PredictedScaling scaling = new PredictedScaling(source, source, threads);
    String words = scaling.write(scaling.train().model(), out, false);
    assertEquals(
        "3 of 10 scaling curves are predicted in whole or in part; 3 of 4 jobs had none.", words);
    return out;
  }

  @Test
  void givesEveryJobACurveAndMarksThoseThatNobodyMeasured() {
    DatasetReader made = DatasetReader.open(predicted("out", 1));
    Trace jobs = made.trace();
    assertFalse(curve(made, jobs, 0).isPredicted());
    for (int row = 1; row < jobs.size(); row++) {
      ScalingCurve curve = curve(made, jobs, row);
      assertTrue(curve.isPredicted());
      assertTrue(curve.runsOn(jobs.gpuCount(row)));
    }
    assertEquals(4, curve(made, jobs, 1).throughputOn(4), 1e-9); // 400 iterations in 100 s
    assertEquals(curve(made, jobs, 2), curve(made, jobs, 3)); // nothing tells them apart
    ScalingCurve mended = made.scaling().find("slow/64").orElseThrow();
    assertTrue(mended.isPredicted());
    assertTrue(mended.throughputOn(8) > mended.throughputOn(4) * 0.8);
    assertEquals(
        "3 of 10 scaling curves, those of 3 of 4 jobs, are predicted and not measured.",
        DatasetNotices.of(made, jobs).getLast());
  }

  private static ScalingCurve curve(DatasetReader made, Trace jobs, int row) {
    return made.scaling().find(jobs.optional().text(JobAttribute.SCALING, row)).orElseThrow();
  }

  @Test
  void writesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    Path one = predicted("one", 1);
    Path two = predicted("two", 2);
    for (String file : new String[] {"jobs.csv.gz", "scaling.csv"}) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(two.resolve(file)));
    }
  }

  @Test
  void putsTheErrorBesideWhatKnowsLess() {
    DatasetReader source = DatasetReader.open(folder);
    ScalingReport report = new PredictedScaling(source, source, 1).train();
    assertEquals(8, report.curves());
    assertEquals(31, report.errors().all().points());
    assertTrue(report.toText().contains("linear scaling"));
    assertTrue(report.toJson().contains("\"meanCurve\""));
  }
}

package org.limpid.data.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;

/** What is left of scaling curves that are odd. */
final class SoundCurvesTest {
  @TempDir private Path folder;

  private DatasetReader mended(String rows) {
    JobsFile jobs =
        new JobsFile(folder.resolve("data"), "iterations", "scaling")
            .described("\"jobs\":", "\"scaling\": \"scaling.csv\", \"jobs\":")
            .write("scaling.csv", "model,batch_size,most_gpus,1,2,4,8\n" + rows)
            .jobOf(2, 0, 50, 150, "vgg/64");
    assertEquals("odd-scaling", jobs.names());
    Path made = RemedyCommand.run(jobs.finding("odd-scaling").remedy());
    assertEquals(List.of(), Doctor.findings(made));
    return DatasetReader.open(made);
  }

  /** Slower on 4 GPUs; 8 GPUs, on which nothing runs, go. */
  @Test
  void mostGpusAreThoseBeforeTheFirstOddOnes() {
    DatasetReader reader = mended("vgg,64,4,2,3,2.5,0\n");
    ScalingCurve curve = reader.scaling().find("vgg/64").orElseThrow();
    assertEquals(
        ScalingCurve.of("vgg", 64, 2, new int[] {1, 2, 4}, new double[] {2, 3, 2.5}), curve);
    assertEquals(150, reader.trace().optional().number(JobAttribute.ITERATIONS, 0));
  }

  /** Not measured on 1 GPU: nothing is known of it that an elastic policy could use. */
  @Test
  void jobsOfCurvesThatAreOddThroughoutAreRigid() {
    DatasetReader reader = mended("vgg,64,4,,3,4,5\nbert,8,8,1,2,4,8\n");
    assertEquals(
        List.of("bert/8"), reader.scaling().all().stream().map(ScalingCurve::name).toList());
    Trace trace = reader.trace();
    assertTrue(trace.optional().present().isEmpty(), trace.optional().present().toString());
    assertTrue(mended("vgg,64,4,,3,4,5\n").scaling().isEmpty());
  }
}

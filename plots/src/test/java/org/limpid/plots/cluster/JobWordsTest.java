package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.graphics.Surface.Tooltip;
import org.limpid.results.RunFolder;

final class JobWordsTest {
  @TempDir private Path folder;

  private static TinyRun run() {
    return new TinyRun()
        .job("fifo", "ann,v,2,100,60,400,460,300,0,0:0+1")
        .job("fifo", "bob,v,1,7200,60,7200,7260,0,0,0:0");
  }

  private static Tooltip tooltip(RunFolder run, int row) {
    GanttBlocks.Block block = new GanttBlocks.Block(row, 0, 1, 0, 1, 0, 1);
    return JobWords.of(run, "fifo", List.of(block)).tooltip(row);
  }

  /** Of 300 s 180 are for cluster full and 120 for head of line. */
  @Test
  void causesAreToldTheLongestFirst() throws IOException {
    RunFolder run =
        run().waits("fifo", "0,120,0,0,180,0").waits("fifo", "0,0,0,0,0,0").write(folder);
    assertEquals(
        new Tooltip(
            "fifo/1",
            "Job 1 of ann, 2 GPUs. Submitted 1 Apr 2020, 00:01:40, waited 5 min (3 min head of"
                + " line, 2 min cluster full); ran from 1 Apr 2020, 00:06:40 to 1 Apr 2020,"
                + " 00:07:40."),
        tooltip(run, 0));
    assertEquals(
        "Job 2 of bob, 1 GPU. Submitted 1 Apr 2020, 02:00:00, did not wait; ran from 1 Apr 2020,"
            + " 02:00:00 to 1 Apr 2020, 02:01:00.",
        tooltip(run, 1).words());
  }

  @Test
  void withoutCausesAndDatesTheRestIsTold() throws IOException {
    run().write(folder);
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(file).replace("\"origin\":\"2020-04-01T00:00\",", ""));
    assertEquals(
        "Job 1 of ann, 2 GPUs. Submitted 1 min 40 s after the start of the run, waited 5 min; ran"
            + " from 6 min 40 s after the start of the run to 7 min 40 s after the start of the"
            + " run.",
        tooltip(RunFolder.open(folder), 0).words());
  }
}

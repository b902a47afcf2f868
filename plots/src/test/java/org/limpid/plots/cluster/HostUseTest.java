package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;

final class HostUseTest {
  @TempDir private Path folder;

  /** One job under fifo and lucid; CPUs and memory are counted under fifo alone. */
  private Made made(Exhibit kind, boolean counted) throws IOException {
    new TinyRun()
        .job("fifo", "a,v,2,0,100,0,100,0,0,0:0+1")
        .sample("fifo", "0,8,6,0,0")
        .job("lucid", "a,v,2,0,100,0,100,0,0,0:0+1")
        .sample("lucid", "0,8,6,0,0")
        .sample("lucid", "60,8,6,0,0")
        .write(folder);
    if (counted) {
      Files.writeString(
          folder.resolve("fifo/cluster.csv"),
          """
          time,gpus,gpus_free,gpus_pending,jobs_pending,cpus,cpus_demanded,cpus_allocated,cpus_used,\
          host_memory_mib,host_memory_demanded_mib,host_memory_allocated_mib,host_memory_used_mib
          0,8,6,0,0,24,36,24,12,4096,1024,1024,1024
          60,8,6,0,0,24,12,12,12,4096,1024,1024,0
          """);
    }
    return kind.make(PlotInputs.of(RunFolder.open(folder)), FigureOptions.NONE);
  }

  /** CPUs: (36 + 12) / 48, (24 + 12) / 48 and (12 + 12) / 48 of all there are. */
  @Test
  void captionTellsMeanShares() throws IOException {
    Figure figure = assertInstanceOf(Made.Figures.class, made(HostUse.CPUS, true)).figures().get(0);
    assertTrue(figure.caption().contains("fifo 100 %, 75 % and 50 %."), figure::caption);
  }

  /** Memory: 2 GB of 8 GB over time, 2 of 8, and 1 of 8: 12.5 %. */
  @Test
  void memoryHasAFigureOfItsOwn() throws IOException {
    Figure figure =
        assertInstanceOf(Made.Figures.class, made(HostUse.MEMORY, true)).figures().get(0);
    assertTrue(figure.caption().contains("fifo 25 %, 25 % and 13 %."), figure::caption);
  }

  @Test
  void runsThatCountNeitherSayHowToDoSo() throws IOException {
    Made.Nothing nothing = assertInstanceOf(Made.Nothing.class, made(HostUse.CPUS, false));
    assertEquals(
        "CPUs and memory were not allocated. Maybe simulate with --resources fair or tune",
        nothing.reason());
  }
}

package org.limpid.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.experiment.sweep.ClusterEngines;
import org.limpid.experiment.sweep.GridSource;
import org.limpid.experiment.sweep.LocalEngine;
import org.limpid.experiment.sweep.PointResult;
import org.limpid.experiment.sweep.PointRunner;
import org.limpid.experiment.sweep.SweepEngine;
import org.limpid.experiment.sweep.SweepEngine.Taker;
import org.limpid.experiment.sweep.SweepGrid;
import org.limpid.experiment.sweep.SweepPoint;
import org.limpid.files.DataException;

final class SparkEngineTest {
  /** Two workers with a processor and so many MiB each, in processes of their own. */
  private static final String TWO_WORKERS = "local-cluster[2,1,1024]";

  private static final String GRID =
      """
      {
        "format": "limpid-grid/1",
        "data": ["data"],
        "policies": ["fifo", "sjf", "lucid"],
        "loads": [0.8, 1.2],
        "replicas": 2
      }
      """;

  @TempDir private Path folder;

  private SweepGrid grid() throws Exception {
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(200).withDays(4),
        folder.resolve("data"),
        false,
        jobs -> {});
    return GridSource.read(Files.writeString(folder.resolve("grid.json"), GRID)).grid();
  }

  private static Map<Integer, PointResult> run(SweepEngine engine, SweepGrid grid, Taker also) {
    Map<Integer, PointResult> results = new TreeMap<>();
    List<SweepPoint> points = grid.points();
    engine.run(
        grid,
        new PointRunner(grid),
        points,
        (point, result) -> {
          results.put(point.number(), result);
          also.accept(point, result);
        });
    return results;
  }

  @Test
  void aClusterThatLosesAnExecutorGivesTheResultsOfThisProcess() throws Exception {
    SweepGrid grid = grid();
    Map<Integer, PointResult> here = run(new LocalEngine(1), grid, (_, _) -> {});
    AtomicBoolean killed = new AtomicBoolean();
    Map<Integer, PointResult> there =
        run(
            ClusterEngines.find().spark(TWO_WORKERS),
            grid,
            (_, _) -> {
              if (!killed.get()) {
                killed.set(killAnExecutor());
              }
            });
    assertTrue(killed.get());
    assertEquals(grid.points().size(), here.size());
    assertEquals(here, there);
  }

  /** The executors are the only processes that this one has started. */
  private static boolean killAnExecutor() {
    return ProcessHandle.current()
        .children()
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
  }

  @Test
  void anAddressThatIsNoneIsRefused() throws Exception {
    SweepGrid grid = grid();
    SweepEngine engine = ClusterEngines.find().spark("sprak://nowhere");
    DataException refused =
        assertThrows(DataException.class, () -> run(engine, grid, (_, _) -> {}));
    assertTrue(refused.getMessage().contains("'sprak://nowhere'"), refused.getMessage());
  }
}

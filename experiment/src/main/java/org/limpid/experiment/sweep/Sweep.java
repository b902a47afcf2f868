package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.limpid.files.Reporter;
import org.limpid.simulation.run.InputProblem;

/** Runs all points of a grid, and goes on where an earlier command was stopped. */
public final class Sweep {
  private Sweep() {}

  /**
   * Carries out a sweep. Whenever it is stopped, what was done is kept, and the same request goes
   * on with it; the results are there in the end, the same bytes however often that was.
   *
   * @param engine runs the points
   * @param drawing draws the figures of a report into a folder
   * @throws org.limpid.files.DataException if a file can't be read or written, or the folder holds
   *     something else
   * @throws InputProblem if no point can be run
   */
  public static SweepReport run(
      SweepRequest request,
      SweepEngine engine,
      BiConsumer<SweepReport, Path> drawing,
      Reporter reporter) {
    request.tables().forEach(TableFile::require);
    SweepGrid grid = GridSource.read(request.grid()).grid();
    PointRunner runner = new PointRunner(grid);
    SweepIdentity identity = SweepIdentity.of(grid, runner);
    SweepFolder folder = new SweepFolder(request.out());
    List<SweepPoint> points = grid.points();
    runner.notices().forEach(reporter::notice);
    Map<Integer, PointResult> done;
    try (PointJournal journal = folder.open(identity, request.overwrite(), points.size())) {
      simulate(grid, runner, engine, journal, reporter);
      done = journal.done();
    }
    SweepReport report = new SweepReport(request.out(), grid, List.copyOf(done.values()));
    report.requireSuccess();
    folder.finish(
        identity,
        done,
        path -> {
          request.tables().forEach(kind -> report.write(path, kind));
          drawing.accept(report, path);
        });
    return report;
  }

  private static void simulate(
      SweepGrid grid,
      PointRunner runner,
      SweepEngine engine,
      PointJournal journal,
      Reporter reporter) {
    Map<Integer, PointResult> done = journal.done();
    List<SweepPoint> points = grid.points();
    List<SweepPoint> left =
        points.stream().filter(point -> !done.containsKey(point.number())).toList();
    reporter.notice(
        done.isEmpty()
            ? "%,d points.".formatted(points.size())
            : "%,d points, of which %,d are done.".formatted(points.size(), done.size()));
    if (!left.isEmpty()) {
      reporter.begin("Simulating points", left.size());
      engine.run(
          grid,
          runner,
          left,
          (point, result) -> {
            journal.append(point.number(), result);
            reporter.advance(1);
          });
      reporter.end();
    }
  }
}

package org.limpid.experiment.synergy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.reference.synergy.LoggedJobs;
import org.limpid.reference.synergy.SynergyLoad;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.run.Parallel;

/** Makes the figures of Synergy again, from jobs that are drawn as the artifact draws them. */
public final class SynergyStudy {
  /** How the folder is marked. */
  public static final String KIND = "study of Synergy";

  /** The table of all runs. */
  public static final String RUNS = "runs.csv";

  private final Request request;
  private final Reporter reporter;
  private final Stopwatch watch = new Stopwatch();

  private SynergyStudy(Request request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
  }

  /**
   * What to make.
   *
   * @param out folder to make
   * @param overwrite whether it may replace that of an earlier study
   * @param figures which, in their order
   * @param input what to make them from
   * @param threads threads to use; results don't depend on it
   */
  public record Request(
      Path out, boolean overwrite, List<SynergyFigure> figures, SynergyInput input, int threads) {
    public Request {
      Objects.requireNonNull(out, "out");
      Objects.requireNonNull(input, "input");
      figures = List.copyOf(figures);
    }
  }

  /**
   * What came of it.
   *
   * @param charts the numbers of the figures
   * @param input what they were made from, a clause
   * @param runs how many
   * @param seconds wall time by phase
   */
  public record Result(
      List<SynergyChart> charts, String input, int runs, Map<String, Double> seconds) {
    public Result {
      charts = List.copyOf(charts);
    }

    /** The means of all runs, where tuning gains most, and the wall time. */
    public String toText() {
      return SynergyText.of(this);
    }

    /** The same for programs. */
    public Map<String, Object> toJson() {
      return SynergyText.json(this);
    }
  }

  /**
   * Carries out a request. Either all files are there in the end, or none.
   *
   * @param drawing draws the figures into a folder
   * @throws org.limpid.files.DataException if a file can't be written
   */
  public static Result run(Request request, BiConsumer<Result, Path> drawing, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), KIND, request.overwrite())) {
      Result result = new SynergyStudy(request, reporter).run(folder.path(), drawing);
      folder.commit();
      return result;
    }
  }

  private Result run(Path folder, BiConsumer<Result, Path> drawing) {
    Map<SynergyPoint, SynergyRun> runs = runs();
    write(runs.values(), folder.resolve(RUNS));
    SynergyCharts numbers = new SynergyCharts(request.input(), runs);
    List<SynergyChart> charts = request.figures().stream().map(numbers::chart).toList();
    drawing.accept(result(charts, runs.size()), folder);
    watch.lap("drawing");
    return result(charts, runs.size());
  }

  private Result result(List<SynergyChart> charts, int runs) {
    return new Result(charts, request.input().words(), runs, new LinkedHashMap<>(watch.seconds()));
  }

  /** Figures may share runs. */
  private Map<SynergyPoint, SynergyRun> runs() {
    Set<SynergyPoint> distinct = new LinkedHashSet<>();
    request.figures().forEach(each -> distinct.addAll(SynergyCharts.points(each, request.input())));
    reporter.begin("Simulating", distinct.size());
    List<SynergyRun> runs =
        Parallel.map(
            List.copyOf(distinct),
            point -> {
              SynergyRun run = SynergyRun.of(point);
              reporter.advance(1);
              return run;
            },
            request.threads());
    reporter.end();
    watch.lap("simulating");
    Map<SynergyPoint, SynergyRun> byPoint = new LinkedHashMap<>();
    runs.forEach(run -> byPoint.put(run.point(), run));
    return byPoint;
  }

  private static void write(Collection<SynergyRun> runs, Path file) {
    ReportTable table =
        new ReportTable(
            "runs",
            List.of(
                "policy",
                "jobs_per_hour",
                "gpus_per_job",
                "split",
                "gpus",
                "cpus_per_gpu",
                "jobs",
                "jct_mean_hours",
                "jct_p99_hours",
                "jct_p999_hours"));
    for (SynergyRun run : runs) {
      SynergyPoint point = run.point();
      table.row(
          point.policy().name(),
          rate(point.load()),
          sizes(point.load()),
          point.load().percentages().stream().map(String::valueOf).collect(Collectors.joining("-")),
          point.cluster().gpuCount(),
          point.cluster().server().cpus() / point.cluster().server().gpus(),
          run.hours().length,
          run.times().mean(),
          run.times().p99(),
          run.times().p999());
    }
    table.writeCsv(file);
  }

  /** Jobs with times of their own come at no rate. */
  private static double rate(SynergyLoad load) {
    return load.log().filter(LoggedJobs::isTimed).isPresent() ? Double.NaN : load.jobsPerHour();
  }

  private static String sizes(SynergyLoad load) {
    if (load.sizes() == SynergyLoad.Sizes.ONE_GPU) {
      return "1";
    }
    return load.log().isPresent() ? "1-16" : "1-8";
  }
}

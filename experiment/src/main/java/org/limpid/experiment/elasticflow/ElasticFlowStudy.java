package org.limpid.experiment.elasticflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.limpid.data.io.DatasetReader;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Values;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Parallel;

/**
 * Makes the figures of ElasticFlow again: jobs from the files of the artifact or drawn, policies by
 * the simulators in reference mode, and the published bars beside the own ones.
 */
public final class ElasticFlowStudy {
  /** How the folder is marked. */
  public static final String KIND = "study of ElasticFlow";

  /** The table of all runs. */
  public static final String RUNS = "runs.csv";

  private static final String SLOT = "slot";

  private final Request request;
  private final ReferenceSimulators simulators;
  private final Reporter reporter;
  private final Stopwatch watch = new Stopwatch();
  private final Set<String> notices = new LinkedHashSet<>();

  private ElasticFlowStudy(Request request, ReferenceSimulators simulators, Reporter reporter) {
    this.request = request;
    this.simulators = simulators;
    this.reporter = reporter;
  }

  /**
   * What to make.
   *
   * @param artifact folder with files of the artifact; empty: all jobs are drawn, on generated
   *     scaling curves
   * @param out folder to make
   * @param overwrite whether it may replace that of an earlier study
   * @param figures which, in their order
   * @param threads threads to use; results don't depend on it
   */
  public record Request(
      Optional<Path> artifact,
      Path out,
      boolean overwrite,
      List<StudyFigure> figures,
      int threads) {
    public Request {
      Objects.requireNonNull(artifact, "artifact");
      Objects.requireNonNull(out, "out");
      figures = List.copyOf(figures);
    }
  }

  /**
   * What came of it.
   *
   * @param charts the numbers of the figures
   * @param input what they were made from, a clause
   * @param notices what is missing, one sentence each
   * @param seconds wall time by phase
   */
  public record Result(
      List<StudyChart> charts, String input, List<String> notices, Map<String, Double> seconds) {
    public Result {
      charts = List.copyOf(charts);
      notices = List.copyOf(notices);
    }

    /** The means of all bars, ours and the published ones, and the wall time. */
    public String toText() {
      return StudyText.of(this);
    }

    /** The same as JSON, with each bar. */
    public String toJson() {
      return StudyText.json(this);
    }
  }

  /**
   * Carries out a request. Either all files are there in the end, or none.
   *
   * @param simulators of published artifacts, by the names of their policies
   * @param drawing draws the figures into a folder
   * @throws DataException if a file can't be read or written
   */
  public static Result run(
      Request request,
      ReferenceSimulators simulators,
      BiConsumer<Result, Path> drawing,
      Reporter reporter) {
    request.artifact().ifPresent(ElasticFlowStudy::requireFolder);
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), KIND, request.overwrite())) {
      Result result =
          new ElasticFlowStudy(request, simulators, reporter).run(folder.path(), drawing);
      folder.commit();
      return result;
    }
  }

  private static void requireFolder(Path artifact) {
    if (!Files.isDirectory(artifact.resolve("throughput_a100"))) {
      throw new DataException(
          Problem.ofFile(
              artifact,
              "expected a folder with throughput_a100, throughput_t4, itp and job files",
              "Maybe leave out --artifact, and jobs are drawn."));
    }
  }

  private Result run(Path folder, BiConsumer<Result, Path> drawing) {
    List<StudyRun> runs = runs(data(folder));
    write(runs, folder.resolve(RUNS));
    Result result = result(new StudyCharts(request, runs).charts());
    drawing.accept(result, folder);
    watch.lap("drawing");
    return result(result.charts());
  }

  private Result result(List<StudyChart> charts) {
    return new Result(charts, input(), List.copyOf(notices), new LinkedHashMap<>(watch.seconds()));
  }

  private String input() {
    return request.artifact().isPresent()
        ? "job files and throughput tables of the artifact, and draws of its generator"
        : "draws instead: jobs of the artifact's generator on scaling curves that Limpid generates;"
            + " compare shapes, not heights";
  }

  /** The data sets of all cases, by case; figures may share one. */
  private Map<StudyCase, DatasetReader> data(Path folder) {
    Path place = folder.resolve("data");
    try {
      Files.createDirectory(place);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(place, failure);
    }
    StudyData data = new StudyData(request.artifact(), place);
    Set<StudyCase> cases = new LinkedHashSet<>();
    request.figures().forEach(figure -> cases.addAll(cases(figure)));
    reporter.begin("Reading jobs", cases.size());
    List<DatasetReader> readers =
        Parallel.map(
            List.copyOf(cases),
            each -> {
              DatasetReader reader = DatasetReader.open(data.make(each));
              reader.trace(); // here, as a data set serves one thread only
              reader.scaling();
              reader.uniformCluster();
              reporter.advance(1);
              return reader;
            },
            request.threads());
    reporter.end();
    watch.lap("reading");
    Map<StudyCase, DatasetReader> byCase = new LinkedHashMap<>();
    cases.forEach(each -> byCase.put(each, readers.get(byCase.size())));
    return byCase;
  }

  private List<StudyCase> cases(StudyFigure figure) {
    return figure.cases(request.artifact().isPresent());
  }

  /** A policy on a case. */
  private record Task(StudyCase of, StudyPolicy policy, boolean keepsEfficiency) {}

  private List<StudyRun> runs(Map<StudyCase, DatasetReader> data) {
    List<Task> tasks = new ArrayList<>(tasks());
    if (tasks.isEmpty()) {
      throw new InputProblem("There is nothing to run: " + String.join(" ", notices));
    }
    reporter.begin("Simulating", tasks.size());
    List<StudyRun> runs =
        Parallel.map(
            tasks,
            task -> {
              StudyRun run = run(task, data.get(task.of()));
              reporter.advance(1);
              return run;
            },
            request.threads());
    reporter.end();
    watch.lap("simulating");
    return runs;
  }

  private Set<Task> tasks() {
    Set<Task> tasks = new LinkedHashSet<>();
    for (StudyFigure figure : request.figures()) {
      for (StudyCase each : cases(figure)) {
        for (StudyPolicy policy : StudyCharts.run(figure)) {
          String name = policy.policyName().orElseThrow();
          if (simulators.named(name).isPresent()) {
            tasks.add(new Task(each, policy, figure == StudyFigure.FIGURE_10));
          } else {
            notices.add("There is no simulator of %s.".formatted(name));
          }
        }
      }
    }
    return tasks;
  }

  private StudyRun run(Task task, DatasetReader data) {
    ReferenceSimulator simulator =
        simulators.named(task.policy().policyName().orElseThrow()).orElseThrow();
    EfficiencySink efficiency = new EfficiencySink();
    ReferenceInputs inputs =
        new ReferenceInputs(
            data.uniformCluster(),
            data.trace(),
            data.scaling(),
            settings(simulator, task.of().slotSeconds()));
    List<String> lacks = simulator.lacks(inputs);
    if (!lacks.isEmpty()) {
      throw new DataException(Problem.of(task.of().name(), String.join(" ", lacks), ""));
    }
    ReferenceResult result =
        simulator.run(inputs, task.keepsEfficiency() ? efficiency : TableSink.NONE);
    return StudyRun.of(task.of(), task.policy(), data.trace(), result, efficiency);
  }

  private static Settings settings(ReferenceSimulator simulator, int slotSeconds) {
    Settings settings = Settings.NONE;
    for (Setting<?> setting : simulator.about().settings()) {
      if (setting.option().filter(option -> option.name().equals(SLOT)).isPresent()) {
        settings = settings.with(setting, new WholeNumber(slotSeconds));
      }
    }
    return settings;
  }

  /** Stands for a whole number. */
  private record WholeNumber(int number) implements Values.Reader {
    @Override
    public int wholeNumber(int least, int most) {
      return number;
    }

    @Override
    public String oneOf(List<String> names) {
      throw new IllegalStateException("expected a setting that is a whole number");
    }

    @Override
    public boolean yesOrNo() {
      throw new IllegalStateException("expected a setting that is a whole number");
    }
  }

  private static void write(List<StudyRun> runs, Path file) {
    ReportTable table =
        new ReportTable(
            "runs",
            List.of(
                "data",
                "policy",
                "gpus",
                "slot_seconds",
                "jobs",
                "accepted",
                "declined",
                "deadline_ratio",
                "mean_jct",
                "mean_jct_best_effort"));
    for (StudyRun run : runs) {
      table.row(
          run.of().name(),
          run.policy().policyName().orElseThrow(),
          run.of().gpus(),
          run.of().slotSeconds(),
          run.jobs(),
          run.accepted(),
          run.declined(),
          run.deadlineRatio(),
          run.meanJctSeconds(),
          run.bestEffortJctSeconds());
    }
    table.writeCsv(file);
  }
}

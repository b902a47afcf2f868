package org.limpid.experiment.adaptation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.limpid.simulation.sink.JobRecords;

/**
 * What time beyond that asked for is worth to trainings in a cluster that may grow their networks,
 * and what it costs: the simulator says who runs when, recorded epochs say how accurate that makes
 * them.
 */
public final class ClusterGrowthStudy {
  /** How the folder is marked. */
  public static final String KIND = "study of growth in a cluster";

  /** The table of all outcomes. */
  public static final String OUTCOMES = "outcomes.csv";

  private static final double SECONDS_PER_HOUR = 3600;

  private final GrowthJobs jobs;
  private final List<Scenario> scenarios;
  private final EpochAccuracies accuracies;
  private final Request request;

  private ClusterGrowthStudy(
      Request request, List<Scenario> scenarios, EpochAccuracies accuracies) {
    this.request = request;
    this.scenarios = scenarios;
    this.accuracies = accuracies;
    jobs =
        GrowthJobs.draw(scenarios, request.nodes(), request.jobs(), request.load(), request.seed());
  }

  /**
   * The trainings that jobs are.
   *
   * @param trainings the table of trainings
   * @param epochs their epochs
   */
  public record Tables(Path trainings, Path epochs) {}

  /**
   * What to run.
   *
   * @param tables recorded trainings; empty: such are made up
   * @param policies that schedule jobs; they must not take them off their GPUs
   * @param nodes of four GPUs
   * @param jobs how many
   * @param load GPU time asked for over that of the cluster
   * @param seed of all draws
   * @param threads threads to use; results don't depend on it
   */
  public record Request(
      Optional<Tables> tables,
      List<Policy> policies,
      int nodes,
      int jobs,
      double load,
      long seed,
      int threads) {
    public Request {
      policies = List.copyOf(policies);
      if (nodes < 1 || jobs < 1 || !(load > 0) || !Double.isFinite(load)) {
        throw new IllegalArgumentException(
            "expected nodes, jobs and load above 0, found %d, %d and %s"
                .formatted(nodes, jobs, load));
      }
    }
  }

  /**
   * What came of it.
   *
   * @param outcomes by policy, what was granted, and what was done with it
   * @param input what it was made from, a clause
   */
  public record Result(List<GrowthOutcome> outcomes, String input) {
    public Result {
      outcomes = List.copyOf(outcomes);
    }

    /** A row for each outcome. */
    public String toText() {
      return "Input: %s.\n\n%s".formatted(input, table(outcomes).aligned());
    }

    /** The same for programs. */
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("input", input);
      json.put("outcomes", outcomes);
      return json;
    }
  }

  /**
   * Carries out a request. Either all files are there in the end, or none.
   *
   * @param out folder to make
   * @param overwrite whether it may replace that of an earlier study
   * @param drawing draws the figures into a folder
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if a policy can't run on such jobs
   */
  public static Result run(
      Request request, Path out, boolean overwrite, BiConsumer<Result, Path> drawing) {
    try (AtomicFolder folder = AtomicFolder.begin(out, KIND, overwrite)) {
      Tables tables = request.tables().orElseGet(() -> generated(folder.path(), request.seed()));
      List<Scenario> scenarios = TrainingsFile.read(tables.trainings());
      ClusterGrowthStudy study =
          new ClusterGrowthStudy(
              request, scenarios, EpochAccuracies.read(tables.epochs(), scenarios));
      Result result = new Result(study.outcomes(), study.input());
      table(result.outcomes()).writeCsv(folder.path().resolve(OUTCOMES));
      drawing.accept(result, folder.path());
      folder.commit();
      return result;
    }
  }

  private static Tables generated(Path folder, long seed) {
    Path place = folder.resolve("data");
    try {
      Files.createDirectory(place);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(place, failure);
    }
    TrainingGenerator.write(place, seed);
    return new Tables(
        place.resolve(TrainingGenerator.TRAININGS), place.resolve(TrainingGenerator.EPOCHS));
  }

  private String input() {
    return "%d jobs on %d GPUs, load %s, seed %d, %s"
        .formatted(
            request.jobs(),
            jobs.gpus(),
            request.load(),
            request.seed(),
            request.tables().isPresent() ? "recorded trainings" : "trainings that are made up");
  }

  private List<GrowthOutcome> outcomes() {
    List<GrowthOutcome> outcomes = new ArrayList<>();
    Map<GrowthChoice, List<ActionSequence>> actions = actions();
    List<GrowthChoice> choices =
        Arrays.stream(GrowthChoice.values()).filter(each -> !actions.get(each).isEmpty()).toList();
    for (Policy policy : request.policies()) {
      JobRecords asked = records(policy, false);
      JobRecords whole = records(policy, true);
      long[] leftover =
          LeftoverMinutes.grant(
              asked.startSeconds(), asked.endSeconds(), jobs.wishes(), jobs.gpus());
      for (GrowthChoice growth : choices) {
        List<ActionSequence> own = actions.get(growth);
        long[] none = new long[jobs.jobs().size()];
        outcomes.add(outcome(policy, GrantRule.NOTHING, growth, asked, none, own));
        outcomes.add(outcome(policy, GrantRule.LEFTOVER, growth, asked, leftover, own));
        outcomes.add(outcome(policy, GrantRule.BUDGET, growth, whole, jobs.wishes(), own));
      }
    }
    return outcomes;
  }

  /** By choice, the actions in each scenario. */
  private Map<GrowthChoice, List<ActionSequence>> actions() {
    Map<GrowthChoice, List<ActionSequence>> actions = new LinkedHashMap<>();
    actions.put(GrowthChoice.NONE, scenarios.stream().map(_ -> ActionSequence.NOTHING).toList());
    actions.put(GrowthChoice.RULES, GrowthRules.fromOthers(scenarios));
    actions.put(
        GrowthChoice.BEST, scenarios.stream().map(each -> each.ranking().getFirst()).toList());
    return actions;
  }

  private JobRecords records(Policy policy, boolean withWishes) {
    PolicyInputs inputs = PolicyInputs.of(jobs.cluster(), jobs.trace(withWishes), 0);
    JobRecords records =
        new Simulator(SimulationOptions.standard().withThreads(request.threads()))
            .run(policy, inputs)
            .jobs();
    if (Arrays.stream(records.preemptions()).anyMatch(count -> count > 0)) {
      throw new InputProblem(
          "expected a policy that lets jobs run to their end, found %s. Maybe fifo or sjf is meant."
              .formatted(policy.name()));
    }
    return records;
  }

  /**
   * @param granted seconds by job
   * @param actions by scenario
   */
  private GrowthOutcome outcome(
      Policy policy,
      GrantRule grant,
      GrowthChoice growth,
      JobRecords records,
      long[] granted,
      List<ActionSequence> actions) {
    Sums sums = new Sums();
    for (int row = 0; row < granted.length; row++) {
      GrowthJobs.Job job = jobs.jobs().get(row);
      Scenario scenario = scenarios.get(job.scenario());
      long kept = records.endSeconds()[row] + (grant == GrantRule.LEFTOVER ? granted[row] : 0);
      sums.jct += kept - job.submitSecond();
      sums.wait += records.startSeconds()[row] - job.submitSecond();
      sums.asked += job.askedSeconds();
      sums.granted += granted[row];
      sums.start += accuracies.start(scenario);
      sums.accuracy += accuracies.after(scenario, actions.get(job.scenario()), granted[row]);
    }
    int count = granted.length;
    return new GrowthOutcome(
        policy.name(),
        grant,
        growth,
        count,
        sums.jct / count,
        sums.wait / count,
        (sums.asked + sums.granted) / SECONDS_PER_HOUR,
        sums.granted / SECONDS_PER_HOUR,
        sums.start / count,
        sums.accuracy / count);
  }

  /** Over all jobs. */
  private static final class Sums {
    private double jct;
    private double wait;
    private double asked;
    private double granted;
    private double start;
    private double accuracy;
  }

  private static ReportTable table(List<GrowthOutcome> outcomes) {
    ReportTable table =
        new ReportTable(
            "outcomes",
            List.of(
                "policy",
                "granted",
                "growth",
                "jct_mean",
                "wait_mean",
                "gpu_hours",
                "granted_hours",
                "accuracy",
                "accuracy_per_gpu_hour",
                "gain_per_granted_hour"));
    for (GrowthOutcome each : outcomes) {
      table.row(
          each.policy(),
          each.grant().words(),
          each.growth().words(),
          each.meanJctSeconds(),
          each.meanWaitSeconds(),
          each.gpuHours(),
          each.grantedHours(),
          each.accuracy(),
          each.accuracyPerGpuHour(),
          each.gainPerGrantedHour());
    }
    return table;
  }
}

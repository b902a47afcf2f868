package org.limpid.experiment.ablate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.ReplicaFigures;
import org.limpid.experiment.simulate.ReplicaRuns;
import org.limpid.experiment.simulate.ReplicaRuns.Attempt;
import org.limpid.experiment.simulate.ReplicaTables;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.files.AtomicFolder;
import org.limpid.files.ClosestName;
import org.limpid.files.Reporter;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Variation;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/** Runs a policy in full and with one thing changed at a time. */
public final class Ablation {
  private final Request request;
  private final RunInputs inputs;
  private final Reporter reporter;
  private final Policy policy;

  /**
   * The policy with one thing changed.
   *
   * @param run what is run, under the name of the row
   * @param change what differs from the first row, for people
   */
  private record Row(Case run, String change) {}

  private Ablation(Request request, RunInputs inputs, Reporter reporter) {
    this.request = request;
    this.inputs = inputs;
    this.reporter = reporter;
    SimulationRequest base = request.base();
    policy =
        Case.ofPolicies(base.policies(), Policies.standard(), base.scenario()).getFirst().policy();
  }

  /**
   * Carries out a study. Either all results are there in the end, or none.
   *
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if the policy in full can't run on the data, or there is no row of a name
   */
  public static AblationReport run(Request request, Reporter reporter) {
    SimulationRequest base = request.base();
    try (AtomicFolder folder = base.openFolder("ablation")) {
      Stopwatch watch = new Stopwatch();
      SimulationData data = SimulationData.read(base.data(), base.span());
      String hash = data.reader().contentHash();
      Ablation service = new Ablation(request, new RunInputs(data), reporter);
      List<Row> rows = service.rows();
      List<String> ofData = data.notices(rows.stream().map(Row::run).toList());
      ofData.forEach(reporter::notice);
      watch.lap("read");
      AblationReport report = service.study(rows);
      watch.lap("simulate");
      report.csv().writeCsv(folder.path().resolve("ablation.csv"));
      report.table().writeMarkdown(folder.path().resolve("ablation.md"));
      ReplicaTables.write(folder.path(), "variant", report.figures());
      base.describe(data, base.policies(), report.notices(), ofData, hash)
          .write(folder.path(), base.options(), watch.seconds());
      folder.commit();
      return report;
    }
  }

  /** The first row and those that were asked for. */
  private List<Row> rows() {
    List<Row> all = all();
    List<String> names = all.stream().map(row -> row.run().name()).toList();
    requireDifferent(names);
    request.rows().forEach(name -> requireKnown(name, names));
    return IntStream.range(0, all.size())
        .filter(row -> row == 0 || isAskedFor(names.get(row)))
        .mapToObj(all::get)
        .toList();
  }

  private List<Row> all() {
    Scenario base = request.base().scenario();
    Settings full =
        policy
            .about()
            .preferred(base.settings())
            .resolved(policy.about().settings(), inputs.data().profiler());
    List<Row> all = new ArrayList<>();
    all.add(row(policy.name(), "nothing", base.withSettings(full)));
    for (Variation variation : policy.about().variations(full)) {
      all.add(row(variation.name(), variation.change(), base.withSettings(variation.settings())));
    }
    for (OtherModels other : request.models()) {
      all.add(
          row(
              other.name(),
              "forecast and durations by the models in %s".formatted(other.folder()),
              base.withSettings(full).withPredictions(other.predictions())));
    }
    return all;
  }

  private Row row(String name, String change, Scenario scenario) {
    return new Row(new Case(name, policy, scenario), change);
  }

  private boolean isAskedFor(String name) {
    return request.rows().isEmpty() || request.rows().contains(name);
  }

  private static void requireDifferent(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new InputProblem(
            "Two rows are called '%s'. Maybe give the models another name.".formatted(name));
      }
    }
  }

  private static void requireKnown(String name, List<String> names) {
    if (!names.contains(name)) {
      throw new InputProblem(
          "There is no row '%s'. %s".formatted(name, ClosestName.hint(name, names)));
    }
  }

  private AblationReport study(List<Row> rows) {
    SimulationRequest base = request.base();
    ReplicaRuns runs = new ReplicaRuns(inputs, base.replicas(), base.threads(), reporter);
    reporter.begin("Simulating", runs.jobs(rows.size()));
    List<Attempt> attempts = runs.attempt(rows.stream().map(Row::run).toList());
    if (!attempts.getFirst().succeeded()) {
      throw new InputProblem(attempts.getFirst().problem());
    }
    List<Attempt> good = attempts.stream().filter(Attempt::succeeded).toList();
    ReplicaFigures figures = runs.run(attempts);
    reporter.end();
    return new AblationReport(
        base.out(),
        Policies.standard().about(policy.about().family()).words(),
        figures,
        IntStream.range(0, rows.size())
            .filter(row -> attempts.get(row).succeeded())
            .mapToObj(row -> rows.get(row).change())
            .toList(),
        failed(attempts),
        notices(good.stream().map(Attempt::tried).toList()));
  }

  private List<String> notices(List<Case> run) {
    List<String> notices = new ArrayList<>(notices(request.base().predictions(), run));
    for (OtherModels other : request.models()) {
      notices(other.predictions(), run)
          .forEach(notice -> notices.add("%s: %s".formatted(other.name(), notice)));
    }
    return notices;
  }

  private List<String> notices(PredictionSource source, List<Case> run) {
    List<Case> withIt =
        run.stream().filter(each -> each.scenario().predictions() == source).toList();
    return withIt.isEmpty() ? List.of() : inputs.notices(source, withIt);
  }

  private static Map<String, String> failed(List<Attempt> attempts) {
    Map<String, String> failed = new LinkedHashMap<>();
    attempts.stream()
        .filter(attempt -> !attempt.succeeded())
        .forEach(attempt -> failed.put(attempt.tried().name(), attempt.problem()));
    return failed;
  }

  /**
   * What to study.
   *
   * @param base how the policy is run in full; there is only one
   * @param models other models, each a row of its own
   * @param rows names of the rows beside the first; empty: all
   */
  public record Request(SimulationRequest base, List<OtherModels> models, List<String> rows) {
    public Request {
      Objects.requireNonNull(base, "base");
      models = List.copyOf(models);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Models that the policy is run with beside those of the run in full.
   *
   * @param name name of the row
   * @param folder where they were read
   * @param predictions what they say
   */
  public record OtherModels(String name, Path folder, PredictionSource predictions) {
    public OtherModels {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(predictions, "predictions");
    }
  }
}

package org.limpid.experiment.ablate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.data.ProfilerDescription;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.PredictionSource;
import org.limpid.experiment.simulate.ReplicaFigures;
import org.limpid.experiment.simulate.ReplicaRuns;
import org.limpid.experiment.simulate.ReplicaRuns.Attempt;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.RunRecord;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.experiment.simulate.SummaryFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.ClosestName;
import org.limpid.files.Reporter;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/** Runs Lucid in full and with one thing changed at a time. */
public final class AblationService {
  private final AblationRequest request;
  private final RunInputs inputs;
  private final Reporter reporter;

  private AblationService(AblationRequest request, RunInputs inputs, Reporter reporter) {
    this.request = request;
    this.inputs = inputs;
    this.reporter = reporter;
  }

  /**
   * Carries out a study. Either all results are there in the end, or none.
   *
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if Lucid in full can't run on the data, or there is no row of a name
   */
  public static AblationReport run(AblationRequest request, Reporter reporter) {
    SimulationRequest base = request.base();
    try (AtomicFolder folder = base.openFolder("ablation")) {
      Stopwatch watch = new Stopwatch();
      SimulationData data = SimulationData.read(base.data(), base.span());
      String hash = data.reader().contentHash();
      List<String> ofData = data.notices();
      ofData.forEach(reporter::notice);
      AblationService service = new AblationService(request, new RunInputs(data), reporter);
      List<Ablation> rows = service.rows();
      watch.lap("read");
      AblationReport report = service.study(rows);
      watch.lap("simulate");
      SummaryFiles.csv(folder.path().resolve("ablation.csv"), report.csv());
      SummaryFiles.markdown(folder.path().resolve("ablation.md"), report.table());
      SummaryFiles.writeReplicas(folder.path(), "variant", report.figures());
      RunRecord.write(folder.path(), base, data, report.notices(), ofData, hash, watch.seconds());
      folder.commit();
      return report;
    }
  }

  /** The first row and those that were asked for. */
  private List<Ablation> rows() {
    List<Ablation> all = all();
    List<String> names = all.stream().map(row -> row.run().name()).toList();
    requireDifferent(names);
    request.rows().forEach(name -> requireKnown(name, names));
    return IntStream.range(0, all.size())
        .filter(row -> row == 0 || isAskedFor(names.get(row)))
        .mapToObj(all::get)
        .toList();
  }

  private List<Ablation> all() {
    Scenario full = request.base().scenario();
    Case given = Case.ofPolicies(request.base().policies(), Policies.standard(), full).getFirst();
    ProfilerDescription profiler =
        inputs
            .data()
            .profiler()
            .flatMap(described -> full.settings().profiler(described))
            .orElse(null);
    return Ablation.all(given.policy(), full, profiler, request.models());
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

  private AblationReport study(List<Ablation> rows) {
    SimulationRequest base = request.base();
    ReplicaRuns runs = new ReplicaRuns(inputs, base.replicas(), base.threads(), reporter);
    reporter.begin("Simulating", runs.jobs(rows.size()));
    List<Attempt> attempts = runs.attempt(rows.stream().map(Ablation::run).toList());
    if (!attempts.getFirst().succeeded()) {
      throw new InputProblem(attempts.getFirst().problem());
    }
    List<Attempt> good = attempts.stream().filter(Attempt::succeeded).toList();
    ReplicaFigures figures =
        runs.run(
            good.stream().map(Attempt::tried).toList(), good.stream().map(Attempt::jobs).toList());
    reporter.end();
    return new AblationReport(
        base.out(),
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
}

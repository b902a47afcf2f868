package org.limpid.app.ablate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.app.Reporter;
import org.limpid.app.simulate.Case;
import org.limpid.app.simulate.ReplicaFigures;
import org.limpid.app.simulate.ReplicaRuns;
import org.limpid.app.simulate.ReplicaRuns.Attempt;
import org.limpid.app.simulate.RunInputs;
import org.limpid.app.simulate.RunRecord;
import org.limpid.app.simulate.Scenario;
import org.limpid.app.simulate.SimulationData;
import org.limpid.app.simulate.SimulationRequest;
import org.limpid.app.simulate.Stopwatch;
import org.limpid.app.simulate.SummaryFiles;
import org.limpid.data.ProfilerDescription;
import org.limpid.files.AtomicFolder;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/** Runs Lucid in full and with one thing changed at a time. */
public final class AblationService {
  private AblationService() {}

  /**
   * Carries out a study. Either all results are there in the end, or none.
   *
   * @param request how Lucid is run in full; its only policy is a form of Lucid
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if Lucid in full can't run on the data
   */
  public static AblationReport run(SimulationRequest request, Reporter reporter) {
    try (AtomicFolder folder = request.openFolder()) {
      Stopwatch watch = new Stopwatch();
      SimulationData data = SimulationData.read(request.data(), request.span());
      String hash = data.reader().contentHash();
      RunInputs inputs = new RunInputs(data, request.predictions().of(data));
      List<Ablation> rows = rows(request, data);
      watch.lap("read");
      AblationReport report = study(request, inputs, rows, reporter);
      watch.lap("simulate");
      SummaryFiles.csv(folder.path().resolve("ablation.csv"), report.csv());
      SummaryFiles.markdown(folder.path().resolve("ablation.md"), report.table());
      SummaryFiles.writeReplicas(folder.path(), "variant", report.figures());
      RunRecord.write(folder.path(), request, inputs, hash, watch.seconds());
      folder.commit();
      return report;
    }
  }

  private static List<Ablation> rows(SimulationRequest request, SimulationData data) {
    Scenario full = request.scenario();
    Case given = Case.ofPolicies(request.policies(), Policies.standard(), full).getFirst();
    ProfilerDescription profiler =
        data.profiler().flatMap(described -> full.settings().profiler(described)).orElse(null);
    return Ablation.all(given.policy(), full, profiler);
  }

  private static AblationReport study(
      SimulationRequest request, RunInputs inputs, List<Ablation> rows, Reporter reporter) {
    ReplicaRuns runs = new ReplicaRuns(inputs, request.replicas(), request.threads(), reporter);
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
        request.out(),
        figures,
        IntStream.range(0, rows.size())
            .filter(row -> attempts.get(row).succeeded())
            .mapToObj(row -> rows.get(row).change())
            .toList(),
        failed(attempts),
        inputs.notices());
  }

  private static Map<String, String> failed(List<Attempt> attempts) {
    Map<String, String> failed = new LinkedHashMap<>();
    attempts.stream()
        .filter(attempt -> !attempt.succeeded())
        .forEach(attempt -> failed.put(attempt.tried().name(), attempt.problem()));
    return failed;
  }
}

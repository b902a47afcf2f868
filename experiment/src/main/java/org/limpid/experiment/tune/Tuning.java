package org.limpid.experiment.tune;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.data.Trace;
import org.limpid.experiment.simulate.Case;
import org.limpid.experiment.simulate.ReplicaFigures;
import org.limpid.experiment.simulate.ReplicaFigures.Figure;
import org.limpid.experiment.simulate.ReplicaRuns;
import org.limpid.experiment.simulate.ReplicaRuns.Attempt;
import org.limpid.experiment.simulate.RunInputs;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.experiment.simulate.SimulationRequest;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.experiment.tune.CoordinateSearch.Result;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.results.SettingsFile;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;

/** Searches settings on past weeks and checks them on those that follow. */
public final class Tuning {
  private static final long WEEK_SECONDS = 7 * 86_400L;

  private final Request request;
  private final Policy policy;
  private final Reporter reporter;

  private Tuning(Request request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    SimulationRequest base = request.base();
    policy =
        Case.ofPolicies(base.policies(), Policies.standard(), base.scenario()).getFirst().policy();
  }

  /**
   * Carries out a search. Either all results are there in the end, or none.
   *
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if the policy can't run on the data, or no job is left on one side of the
   *     time up to which the search may see
   */
  public static TuneReport run(Request request, Reporter reporter) {
    return new Tuning(request, reporter).run();
  }

  private TuneReport run() {
    SimulationRequest base = request.base();
    try (AtomicFolder folder = base.openFolder("tuning")) {
      Stopwatch watch = new Stopwatch();
      SimulationData data = SimulationData.read(base.data(), base.span());
      String hash = data.reader().contentHash();
      List<String> ofData = data.notices(List.of(named(base.settings())));
      ofData.forEach(reporter::notice);
      watch.lap("read");
      TuneReport report = tune(data);
      watch.lap("simulate");
      report.tried().writeCsv(folder.path().resolve("tried.csv"));
      write(folder, "report.txt", report.toText());
      write(folder, "report.json", report.toJson());
      SettingsFile.write(folder.path().resolve("tuned.json"), report.chosen());
      List<String> notices =
          new RunInputs(data).notices(base.predictions(), List.of(named(base.settings())));
      base.describe(data, base.policies(), notices, ofData, hash)
          .write(folder.path(), base.options(), watch.seconds());
      folder.commit();
      return report;
    }
  }

  private static void write(AtomicFolder folder, String name, String text) {
    AtomicFiles.write(
        folder.path().resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private TuneReport tune(SimulationData data) {
    long until = until(data);
    SimulationData past = data.between(Long.MIN_VALUE, until);
    SimulationData later = data.between(until, Long.MAX_VALUE);
    if (past.trace().size() == 0 || later.trace().size() == 0) {
      throw new InputProblem(
          "%d jobs are submitted before %s, and %d then or later; the search needs some on each side. Maybe choose another time with --until."
              .formatted(past.trace().size(), data.text(until), later.trace().size()));
    }
    List<Setting<?>> tuned = policy.about().tuned();
    Settings start =
        policy.about().preferred(request.base().settings()).resolved(tuned, data.profiler());
    RunInputs seen = new RunInputs(past);
    Result search =
        new CoordinateSearch(tuned, (what, settings) -> test(seen, what, settings), request.goal())
            .run(start);
    if (!search.start().succeeded()) {
      throw new InputProblem(search.start().problem());
    }
    List<Settings> ends = List.of(start, search.best().settings());
    List<Trial> heldOut = test(new RunInputs(later), "the weeks held out", ends);
    return new TuneReport(
        request.base().out(),
        policy,
        data.text(until),
        request.goal(),
        request.base().replicas().count(),
        search,
        new TuneReport.HeldOut(heldOut.getFirst(), heldOut.getLast()),
        seen.notices(request.base().predictions(), List.of(named(start))));
  }

  private long until(SimulationData data) {
    Trace trace = data.trace();
    long first = trace.submitSeconds(0);
    long last = trace.submitSeconds(trace.size() - 1);
    long unsaid = Math.max(last + 1 - WEEK_SECONDS, first + (last - first + 1) / 2);
    return request.until().map(text -> data.second("--until", text)).orElse(unsaid);
  }

  private List<Trial> test(RunInputs inputs, String what, List<Settings> settings) {
    SimulationRequest base = request.base();
    ReplicaRuns runs = new ReplicaRuns(inputs, base.replicas(), base.threads(), reporter);
    reporter.begin("Trying " + what, runs.jobs(settings.size()));
    List<Attempt> attempts = runs.attempt(settings.stream().map(this::named).toList());
    ReplicaFigures figures = runs.run(attempts);
    reporter.end();
    return trials(attempts, figures);
  }

  private Case named(Settings settings) {
    return new Case(policy.name(), policy, request.base().scenario().withSettings(settings));
  }

  private static List<Trial> trials(List<Attempt> attempts, ReplicaFigures figures) {
    List<Trial> trials = new ArrayList<>();
    int good = 0;
    for (Attempt attempt : attempts) {
      Settings settings = attempt.tried().scenario().settings();
      trials.add(
          attempt.succeeded()
              ? new Trial(settings, figures.replicas().get(good++), "")
              : new Trial(settings, List.of(), attempt.problem()));
    }
    return trials;
  }

  /**
   * What to tune.
   *
   * @param base data, policy, and the settings to begin with; at least two replicas
   * @param until the search sees no submission at or after this time, seconds since the origin or a
   *     date-time; empty: all but the last week, or the first half of less than two weeks
   * @param goal what should be small
   */
  public record Request(SimulationRequest base, Optional<String> until, Figure goal) {
    public Request {
      if (base.replicas().count() < 2) {
        throw new IllegalArgumentException(
            "expected at least 2 replicas, found " + base.replicas().count());
      }
    }
  }
}

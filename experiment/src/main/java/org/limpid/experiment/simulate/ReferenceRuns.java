package org.limpid.experiment.simulate;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Reporter;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.results.ArtifactWriter;
import org.limpid.results.RunDescription;
import org.limpid.results.RunWriter;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Parallel;
import org.limpid.simulation.run.Policies;

/** Runs, of the policies of a request, those that simulators of published artifacts run. */
final class ReferenceRuns {
  private final SimulationRequest request;
  private final SimulationData data;
  private final List<ReferenceSimulator> simulators;
  private final List<String> notices = new ArrayList<>();

  private ReferenceRuns(
      SimulationRequest request, SimulationData data, List<ReferenceSimulator> simulators) {
    this.request = request;
    this.data = data;
    this.simulators = simulators;
  }

  /**
   * What a request leaves to simulators of published artifacts: in reference mode all policies that
   * one of them has the name of, else none.
   *
   * @param known the simulators there are
   * @param policies the policies that run on the engine
   * @throws InputProblem if a policy runs in reference mode only, and this is none
   */
  static List<ReferenceSimulator> asked(
      SimulationRequest request, ReferenceSimulators known, Policies policies) {
    List<ReferenceSimulator> simulators =
        request.policies().stream().flatMap(name -> known.named(name).stream()).toList();
    if (request.semantics().isReference()) {
      return simulators;
    }
    for (ReferenceSimulator simulator : simulators) {
      if (policies.named(simulator.name()).isEmpty()) {
        throw new InputProblem(
            "Policy %s is run by the simulator of %s only. Maybe add --reference, without --fix."
                .formatted(simulator.name(), simulator.about().artifact()));
      }
    }
    return List.of();
  }

  /**
   * Makes runs ready.
   *
   * @param simulators that a request asks for
   * @throws InputProblem if one can't run on the data and may not be left out
   */
  static ReferenceRuns of(
      List<ReferenceSimulator> simulators, SimulationRequest request, SimulationData data) {
    List<ReferenceSimulator> able = new ArrayList<>();
    ReferenceRuns runs = new ReferenceRuns(request, data, able);
    List<String> problems = new ArrayList<>();
    for (ReferenceSimulator simulator : simulators) {
      List<String> lacks = simulator.lacks(runs.inputs(simulator));
      if (lacks.isEmpty()) {
        able.add(simulator);
      } else if (request.dispensable().contains(simulator.name())) {
        runs.notices.add("Left out %s: %s".formatted(simulator.name(), String.join(" ", lacks)));
      } else {
        lacks.forEach(lack -> problems.add("Policy %s: %s".formatted(simulator.name(), lack)));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputProblem(String.join("\n", problems));
    }
    runs.requireNoReplicas();
    return runs;
  }

  private void requireNoReplicas() {
    if (!simulators.isEmpty() && request.replicas().count() > 0) {
      throw new InputProblem(
          "Replicas are not simulated with the simulator of an artifact, as %s has. Maybe leave out --replicas."
              .formatted(simulators.getFirst().name()));
    }
  }

  /** Names of those that run. */
  List<String> names() {
    return simulators.stream().map(ReferenceSimulator::name).toList();
  }

  /** Which are left out and why, one sentence each. */
  List<String> notices() {
    return notices;
  }

  /** The optional columns of jobs that they look at. */
  Set<JobAttribute> attributes() {
    Set<JobAttribute> all = EnumSet.noneOf(JobAttribute.class);
    simulators.forEach(simulator -> all.addAll(simulator.about().attributes()));
    return all;
  }

  /** What {@code run.json} says of them, by policy. */
  Map<String, Map<String, Object>> described() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    for (ReferenceSimulator simulator : simulators) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put(RunDescription.ARTIFACT, simulator.about().artifact());
      own.putAll(
          settings(simulator)
              .resolved(simulator.about().settings(), data.profiler())
              .toMap(simulator.about().settings()));
      all.put(simulator.name(), own);
    }
    return all;
  }

  /**
   * What one of them did, in figures.
   *
   * @param summary as that of other policies
   * @param figures further columns
   */
  record Figures(PolicySummary summary, Map<String, Double> figures) {}

  /** Runs all of them, and writes their files. */
  List<Figures> run(RunWriter writer, Reporter reporter) {
    return Parallel.map(
        simulators,
        simulator -> {
          Figures figures = run(simulator, writer.artifact(simulator.name()));
          reporter.advance(data.trace().size());
          return figures;
        },
        request.threads());
  }

  private Figures run(ReferenceSimulator simulator, ArtifactWriter writer) {
    try {
      ReferenceResult result = simulator.run(inputs(simulator), new Files(writer));
      writer.writeJobs(result.jobs());
      return new Figures(
          ReferenceSummary.of(
              simulator.name(), data.cluster(), data.trace(), result, data.counted(data.trace())),
          result.figures());
    } catch (UncheckedIOException failure) {
      throw AtomicFiles.cannotWrite(writer.folder(), failure.getCause());
    }
  }

  private ReferenceInputs inputs(ReferenceSimulator simulator) {
    return new ReferenceInputs(
        data.cluster(),
        data.trace(),
        data.scaling(),
        settings(simulator),
        data.nodes(),
        data.sensitivity());
  }

  private Settings settings(ReferenceSimulator simulator) {
    return request.settings().only(simulator.about().settings());
  }

  /** Tables as files of the folder of a policy. */
  private record Files(ArtifactWriter writer) implements TableSink {
    @Override
    public Rows open(String name, List<String> columns) {
      return new FileRows(writer.open(name, columns));
    }
  }

  /** The rows of such a file. */
  private record FileRows(CsvOutput csv) implements TableSink.Rows {
    private static final double EXACT = 1L << 53;

    @Override
    public TableSink.Rows number(double value) {
      if (value == Math.rint(value) && Math.abs(value) < EXACT) {
        csv.field((long) value);
      } else {
        csv.field(value);
      }
      return this;
    }

    @Override
    public TableSink.Rows indices(int[] values) {
      for (int value : values) {
        if (value < 0) {
          csv.emptyField();
        } else {
          csv.field(value);
        }
      }
      return this;
    }

    @Override
    public TableSink.Rows text(String text) {
      csv.field(text);
      return this;
    }

    @Override
    public void endRow() {
      csv.endRow();
    }

    @Override
    public void close() {
      csv.close();
    }
  }
}

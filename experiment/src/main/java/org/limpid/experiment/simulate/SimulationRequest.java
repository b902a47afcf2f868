package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFolder;
import org.limpid.simulation.placement.PlacementRule;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.SharingMode;
import org.limpid.simulation.run.SimulationOptions;

/**
 * What to simulate.
 *
 * @param data folder of the data set
 * @param policies names of policies, in the order of the results
 * @param out folder for the results
 * @param overwrite whether results that are there already may be replaced
 * @param semantics which accidents of the artifact are mended
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param predictions where forecasts, estimates and share scores come from
 * @param sharing when jobs may share GPUs
 * @param settings what an operator of Lucid may choose
 * @param replicas perturbed copies of the trace that are simulated, too
 * @param threads threads to use; results don't depend on it
 * @param span which submissions are simulated, and which of them count
 * @param sampleSeconds interval of the cluster series
 * @param explained whether decisions and causes of waits are written, too
 * @param seed seed of random placement
 * @param texts how names stand in CSV files
 * @param commandLine the words of the command, for {@code run.json}
 */
public record SimulationRequest(
    Path data,
    List<String> policies,
    Path out,
    boolean overwrite,
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    PredictionSource predictions,
    SharingMode sharing,
    SystemSettings settings,
    ReplicaPlan replicas,
    int threads,
    Span span,
    int sampleSeconds,
    boolean explained,
    long seed,
    CsvTexts texts,
    List<String> commandLine) {
  public SimulationRequest {
    policies = List.copyOf(policies);
    commandLine = List.copyOf(commandLine);
  }

  /**
   * Begins the folder for the results.
   *
   * @param kind how it is marked
   * @throws org.limpid.files.DataException if there is something that may not be replaced
   */
  public AtomicFolder openFolder(String kind) {
    return AtomicFolder.begin(out, kind, overwrite);
  }

  /** How the policies are run. */
  public Scenario scenario() {
    return new Scenario(
        semantics,
        placement,
        estimates,
        Scenario.Durations.ESTIMATED,
        sharing,
        Scenario.Packing.SCORED,
        settings,
        predictions,
        seed);
  }

  /** A request for policies on a data set as it is, in default mode, on all processors. */
  public static Builder builder(Path data, List<String> policies, Path out) {
    return new Builder(data, policies, out);
  }

  /** Fills in what differs from the defaults. Not safe for use by several threads. */
  public static final class Builder {
    private final Path data;
    private final List<String> policies;
    private final Path out;
    private boolean overwrite;
    private Semantics semantics = Semantics.standard();
    private Optional<String> estimates = Optional.empty();
    private PredictionSource predictions = PredictionSource.DATASET;
    private SystemSettings settings = SystemSettings.NONE;
    private ReplicaPlan replicas = ReplicaPlan.NONE;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Span span = Span.EVERYTHING;
    private boolean explained;
    private List<String> commandLine = List.of();

    private Builder(Path data, List<String> policies, Path out) {
      this.data = data;
      this.policies = policies;
      this.out = out;
    }

    /** Results that are there already may be replaced. */
    public Builder overwrite(boolean wanted) {
      overwrite = wanted;
      return this;
    }

    /** Which accidents of the artifact are mended. */
    public Builder semantics(Semantics value) {
      semantics = value;
      return this;
    }

    /** Name in the data set or CSV file; empty: the policy's own. */
    public Builder estimates(Optional<String> value) {
      estimates = value;
      return this;
    }

    /** Where forecasts, estimates and share scores come from. */
    public Builder predictions(PredictionSource value) {
      predictions = value;
      return this;
    }

    /** What an operator of Lucid may choose. */
    public Builder settings(SystemSettings value) {
      settings = value;
      return this;
    }

    /** Perturbed copies of the trace that are simulated, too. */
    public Builder replicas(ReplicaPlan value) {
      replicas = value;
      return this;
    }

    /** Threads to use, at least 1. */
    public Builder threads(int value) {
      threads = value;
      return this;
    }

    /** Submissions at {@code from <= t < to}, seconds since the origin or date-times. */
    public Builder submitted(String fromText, String toText) {
      span = new Span(Optional.of(fromText), Optional.of(toText), span.countFrom());
      return this;
    }

    /** First submission that summaries tell of, in seconds since the origin or a date-time. */
    public Builder countedFrom(String text) {
      span = span.countingFrom(text);
      return this;
    }

    /** Decisions and causes of waits are written, too. */
    public Builder explained() {
      explained = true;
      return this;
    }

    /** The words of the command, for {@code run.json}. */
    public Builder commandLine(List<String> words) {
      commandLine = words;
      return this;
    }

    /** The request. */
    public SimulationRequest build() {
      return new SimulationRequest(
          data,
          policies,
          out,
          overwrite,
          semantics,
          PlacementRule.CONSOLIDATE,
          estimates,
          predictions,
          SharingMode.PREDICTED,
          settings,
          replicas,
          threads,
          span,
          SimulationOptions.DEFAULT_SAMPLE_SECONDS,
          explained,
          0,
          CsvTexts.RESTORABLE,
          commandLine);
    }
  }
}

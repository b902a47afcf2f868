package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Version;
import org.limpid.results.RunDescription;
import org.limpid.results.RunOptions;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.SimulationOptions;

/**
 * What to simulate.
 *
 * @param data folder of the data set
 * @param policies names of policies, in the order of the results
 * @param dispensable those of them that are left out, and told, where they can't run on the data
 * @param out folder for the results
 * @param overwrite whether results that are there already may be replaced
 * @param semantics which accidents of the artifact are fixed
 * @param placement where jobs go
 * @param estimates name in the data set or CSV file; empty: the policy's own
 * @param predictions where forecasts, estimates and share scores come from
 * @param settings what was chosen about policies
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
    Set<String> dispensable,
    Path out,
    boolean overwrite,
    Semantics semantics,
    PlacementRule placement,
    Optional<String> estimates,
    PredictionSource predictions,
    Settings settings,
    ReplicaPlan replicas,
    int threads,
    SubmissionSpan span,
    int sampleSeconds,
    boolean explained,
    long seed,
    CsvTexts texts,
    List<String> commandLine) {
  public SimulationRequest {
    policies = List.copyOf(policies);
    dispensable = Set.copyOf(dispensable);
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

  /** What {@code run.json} says of the options. */
  public RunOptions options() {
    return new RunOptions(
        semantics,
        placement,
        estimates,
        predictions.models(),
        settings,
        span,
        sampleSeconds,
        explained,
        threads,
        replicas.count(),
        replicas.kindNames(),
        seed);
  }

  /**
   * What {@code run.json} says of a run.
   *
   * @param run names of the policies that were run
   * @param notices where the predictions come from, one sentence each
   * @param ofData what is to be known of the data, one sentence each
   * @param dataHash hash of the data set when the run began
   */
  public RunDescription describe(
      SimulationData read,
      List<String> run,
      List<String> notices,
      List<String> ofData,
      String dataHash) {
    return new RunDescription(
        Version.current(),
        commandLine,
        read.reader().description().name(),
        dataHash,
        read.reader().folder().toString(),
        read.trace().size(),
        seed,
        Optional.of(read.reader().origin()),
        read.startSecond(),
        span.countFrom().isPresent()
            ? OptionalLong.of(read.countFromSecond())
            : OptionalLong.empty(),
        run,
        Map.of(),
        notices,
        ofData);
  }

  /** How the policies are run. */
  public Scenario scenario() {
    return new Scenario(semantics, placement, estimates, settings, predictions, seed);
  }

  /** A request for policies on a data set as it is, in default mode, on all processors. */
  public static Builder builder(Path data, List<String> policies, Path out) {
    return new Builder(data, policies, out);
  }

  /**
   * Fills in what differs from the defaults: each method sets the component of its name. Not safe
   * for use by several threads.
   */
  public static final class Builder {
    private final Path data;
    private final List<String> policies;
    private final Path out;
    private Set<String> dispensable = Set.of();
    private boolean overwrite;
    private Semantics semantics = Semantics.standard();
    private Optional<String> estimates = Optional.empty();
    private PredictionSource predictions = PredictionSource.DATASET;
    private Settings settings = Settings.NONE;
    private ReplicaPlan replicas = ReplicaPlan.NONE;
    private int threads = Runtime.getRuntime().availableProcessors();
    private SubmissionSpan span = SubmissionSpan.EVERYTHING;
    private PlacementRule placement = PlacementRule.CONSOLIDATE;
    private int sampleSeconds = SimulationOptions.DEFAULT_SAMPLE_SECONDS;
    private boolean explained;
    private long seed;
    private CsvTexts texts = CsvTexts.RESTORABLE;
    private List<String> commandLine = List.of();

    private Builder(Path data, List<String> policies, Path out) {
      this.data = data;
      this.policies = policies;
      this.out = out;
    }

    public Builder dispensable(Set<String> names) {
      dispensable = names;
      return this;
    }

    public Builder overwrite(boolean wanted) {
      overwrite = wanted;
      return this;
    }

    public Builder semantics(Semantics value) {
      semantics = value;
      return this;
    }

    public Builder estimates(Optional<String> value) {
      estimates = value;
      return this;
    }

    public Builder predictions(PredictionSource value) {
      predictions = value;
      return this;
    }

    public Builder settings(Settings value) {
      settings = value;
      return this;
    }

    public Builder replicas(ReplicaPlan value) {
      replicas = value;
      return this;
    }

    public Builder threads(int value) {
      threads = value;
      return this;
    }

    public Builder span(SubmissionSpan value) {
      span = value;
      return this;
    }

    public Builder placement(PlacementRule value) {
      placement = value;
      return this;
    }

    public Builder sampleSeconds(int value) {
      sampleSeconds = value;
      return this;
    }

    public Builder explained() {
      return explained(true);
    }

    public Builder explained(boolean wanted) {
      explained = wanted;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public Builder texts(CsvTexts value) {
      texts = value;
      return this;
    }

    public Builder commandLine(List<String> words) {
      commandLine = words;
      return this;
    }

    /** The request. */
    public SimulationRequest build() {
      return new SimulationRequest(
          data,
          policies,
          dispensable,
          out,
          overwrite,
          semantics,
          placement,
          estimates,
          predictions,
          settings,
          replicas,
          threads,
          span,
          sampleSeconds,
          explained,
          seed,
          texts,
          commandLine);
    }
  }
}

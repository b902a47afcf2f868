package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.NodeGroup;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.policy.HostInputs;
import org.limpid.simulation.run.InputProblem;

/**
 * A data set, or the jobs of it that were submitted in a span of time. The jobs are read at once,
 * all else when it is first asked for. Safe for several threads.
 */
public final class SimulationData {
  private final DatasetReader reader;
  private final Trace trace;
  private final long startSecond;
  private final long countFrom;
  private final Map<String, Estimates> estimates = new HashMap<>();

  private SimulationData(DatasetReader reader, Trace trace, long startSecond, long countFrom) {
    this.reader = reader;
    this.trace = trace;
    this.startSecond = startSecond;
    this.countFrom = countFrom;
  }

  /**
   * Reads a data set.
   *
   * @param folder with {@code dataset.json}
   * @param span which submissions are taken
   * @throws org.limpid.files.DataException if a file can't be read
   * @throws InputProblem if no job is submitted in that span, or none of them counts
   */
  public static SimulationData read(Path folder, SubmissionSpan span) {
    DatasetReader reader = DatasetReader.open(folder);
    TimeRange range = TimeRange.of(span, reader.origin(), reader.startSeconds());
    Trace all = reader.trace();
    Trace taken = range.isEverything() ? all : all.between(range.from(), range.to());
    if (taken.size() == 0) {
      throw new InputProblem(
          "No job is submitted %s. The first one is at %s, the last one at %s."
              .formatted(
                  range.text(span),
                  TimeRange.text(all.submitSeconds(0), reader.origin()),
                  TimeRange.text(all.submitSeconds(all.size() - 1), reader.origin())));
    }
    SimulationData data = new SimulationData(reader, taken, range.start(), range.countFrom());
    data.requireCounted(taken);
    return data;
  }

  /**
   * The rows that summaries tell of, by the submissions of the jobs given.
   *
   * @param jobs those of this data or of a copy of them
   */
  public IntPredicate counted(Trace jobs) {
    return row -> jobs.submitSeconds(row) >= countFrom;
  }

  /**
   * Refuses jobs of which none counts.
   *
   * @param jobs those of this data or of a copy of them
   */
  void requireCounted(Trace jobs) {
    if (IntStream.range(0, jobs.size()).noneMatch(counted(jobs))) {
      throw new InputProblem(
          "No job is left to count: all are submitted before --count-from%s. Maybe count from an earlier time."
              .formatted(
                  jobs.size() == 0
                      ? ""
                      : ", the last one at " + text(jobs.submitSeconds(jobs.size() - 1))));
    }
  }

  /** The jobs of this data that were submitted at {@code from <= t < to}. */
  public SimulationData between(long from, long to) {
    return new SimulationData(
        reader, trace.between(from, to), Math.max(from, startSecond), countFrom);
  }

  /**
   * A point in time, in seconds since the origin.
   *
   * @param option what it was given with, for messages
   * @param text seconds since the origin, or a date or date-time
   * @throws InputProblem if it is neither
   */
  public long second(String option, String text) {
    return TimeRange.seconds(option, text, reader.origin());
  }

  /** A point in time as people read it. */
  public String text(long second) {
    return TimeRange.text(second, reader.origin());
  }

  /** Where it is read from. */
  public DatasetReader reader() {
    return reader;
  }

  /** What a user should know about the jobs and the tables that go with them. */
  public List<String> notices(List<Case> cases) {
    return notices(cases, Set.of());
  }

  /**
   * The same where not only policies look at jobs.
   *
   * @param cases what is run on them
   * @param others optional columns that something else looks at
   */
  synchronized List<String> notices(List<Case> cases, Set<JobAttribute> others) {
    List<String> notices = new ArrayList<>(DatasetNotices.of(reader, trace));
    Set<JobAttribute> used = EnumSet.noneOf(JobAttribute.class);
    used.addAll(others);
    cases.forEach(each -> used.addAll(each.attributes()));
    notices.addAll(DatasetNotices.unused(trace, used));
    return notices;
  }

  /** The jobs. */
  public Trace trace() {
    return trace;
  }

  /** The machines. */
  public synchronized ClusterDescription cluster() {
    return reader.uniformCluster();
  }

  /** First second of a run. */
  public long startSecond() {
    return startSecond;
  }

  /** First second of submissions that summaries tell of; the least number there is if all count. */
  long countFromSecond() {
    return countFrom;
  }

  /** The profiling partition, if the data set describes one. */
  public synchronized Optional<ProfilerDescription> profiler() {
    return reader.profiler();
  }

  synchronized Forecast forecast() {
    return reader.forecast();
  }

  synchronized ScalingCurves scaling() {
    return reader.scaling();
  }

  /** The nodes by kind, with all that the data set tells of them. */
  synchronized List<NodeGroup> nodes() {
    return reader.cluster().groups();
  }

  /** What is known of CPUs and memory. */
  synchronized HostInputs hosts() {
    ClusterDescription described = reader.cluster();
    Map<String, List<NodeGroup>> nodes = new LinkedHashMap<>();
    described.virtualClusters().forEach(vc -> nodes.put(vc.name(), described.groups(vc)));
    return new HostInputs(nodes, reader.sensitivity());
  }

  synchronized ResourceProfiles sensitivity() {
    return reader.sensitivity();
  }

  synchronized Profiles profiles() {
    return reader.profiles();
  }

  List<String> estimateNames() {
    return reader.estimateNames();
  }

  /** Estimates by their name in the data set, or from a CSV file. */
  synchronized Estimates estimates(String nameOrFile) {
    return estimates.computeIfAbsent(nameOrFile, name -> reader.estimates(name, trace));
  }
}

package org.limpid.data.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.NodeGroup;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.FileSignature;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * A data set on disk. The description is read at once, every other file when it is first asked for.
 *
 * <p>Every method that reads a file throws a {@link DataException} with all problems of that file.
 * Not safe for several threads; the values it returns are.
 */
public final class DatasetReader {
  private final Path folder;
  private final DatasetDescription description;
  private ClusterDescription cluster;
  private Trace trace;
  private Map<String, Long> leftOut = Map.of();
  private Forecast forecast;
  private Optional<ThroughputSeries> throughput;
  private List<SingleProfile> singles;
  private Profiles profiles;
  private ScalingCurves scaling;
  private ResourceProfiles sensitivity;
  private String contentHash;

  private DatasetReader(Path folder, DatasetDescription description) {
    this.folder = folder;
    this.description = description;
  }

  /**
   * Opens a data set.
   *
   * @param folder the folder with {@code dataset.json}
   * @throws DataException if it has none, or what it says is wrong
   */
  public static DatasetReader open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new DataException(notAFolder(folder));
    }
    Path file = folder.resolve(DatasetDescription.FILE_NAME);
    if (!Files.exists(file)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "there is no such file",
              "Maybe the folder is not a data set; 'limpid data import' and 'limpid data generate'"
                  + " make one."));
    }
    return new DatasetReader(folder, DatasetDescription.read(file));
  }

  private static Problem notAFolder(Path folder) {
    if (!Files.exists(folder)) {
      return Problem.ofFile(folder, "there is no such folder", "Maybe its name is misspelt.");
    }
    return FileSignature.of(folder)
        .map(found ->
            Problem.ofFile(folder, "expected a folder, found " + found.description(), found.hint()))
        .orElseGet(() ->
            Problem.ofFile(
                folder, "expected a folder, found a file", "Maybe its folder is meant."));
  }

  public Path folder() {
    return folder;
  }

  /** What {@code dataset.json} says. */
  public DatasetDescription description() {
    return description;
  }

  /** Second 0 of all times, wall clock of the cluster. */
  public LocalDateTime origin() {
    return description.time().origin();
  }

  /** When a simulation starts, seconds since the origin. */
  public long startSeconds() {
    return description.time().startSeconds();
  }

  /**
   * The profiling partition, if the data set describes one; it names virtual clusters there are.
   */
  public Optional<ProfilerDescription> profiler() {
    Optional<ProfilerDescription> described = Optional.ofNullable(description.profiler());
    described.ifPresent(this::requireKnownClusters);
    return described;
  }

  private void requireKnownClusters(ProfilerDescription profiler) {
    Problems problems = new Problems();
    List<String> names = cluster().virtualClusters().stream().map(VirtualCluster::name).toList();
    profiler.takenFrom().forEach(name -> requireKnown("profiler.takenFrom", name, names, problems));
    if (profiler.lender() != null) {
      requireKnown("profiler.lender", profiler.lender(), names, problems);
    }
    problems.throwIfAny();
  }

  private void requireKnown(String key, String name, List<String> names, Problems problems) {
    if (!names.contains(name)) {
      problems.add(
          new Problem(
              folder.resolve(DatasetDescription.FILE_NAME).toString(),
              0,
              key,
              name,
              "expected a virtual cluster of the cluster",
              ClosestName.hint(name, names.stream().sorted().toList())));
    }
  }

  /** Names of the estimates, in the order of the description. */
  public List<String> estimateNames() {
    return List.copyOf(description.estimates().keySet());
  }

  public ClusterDescription cluster() {
    if (cluster == null) {
      DatasetDescription.Cluster said = description.cluster();
      Path file = folder.resolve(said.virtualClusters());
      List<VirtualCluster> virtualClusters = checked(problems -> ClusterFile.read(file, problems));
      requireSize(virtualClusters);
      List<VirtualCluster> grouped =
          said.nodeGroups()
              .map(folder::resolve)
              .map(groups ->
                  checked(problems ->
                      ClusterFile.withGroups(
                          virtualClusters, groups, said.gpuMemoryMib(), problems)))
              .orElse(virtualClusters);
      cluster =
          new ClusterDescription(
              grouped, said.gpusPerNode(), said.cpusPerNode(), said.gpuMemoryMib());
    }
    return cluster;
  }

  /** What is read, unless something is wrong with it. */
  private static <T> T checked(Function<Problems, T> reading) {
    Problems problems = new Problems();
    T read = reading.apply(problems);
    problems.throwIfAny();
    return read;
  }

  /**
   * The machines of a simulation, see {@link ClusterDescription#uniform}.
   *
   * @throws DataException if nodes of one virtual cluster differ in their number of GPUs
   */
  public ClusterDescription uniformCluster() {
    List<VirtualCluster> mixed = cluster().mixed();
    if (!mixed.isEmpty()) {
      List<NodeGroup> groups = cluster().groups(mixed.getFirst());
      throw new DataException(
          Problem.ofFile(
              folder.resolve(
                  description.cluster().nodeGroups().orElse(DatasetDescription.FILE_NAME)),
              "expected nodes of %s with equally many GPUs, as simulations need them; found %s"
                  .formatted(
                      mixed.getFirst().name(),
                      groups.stream().map(NodeGroup::toString).collect(Collectors.joining(", "))),
              "Maybe make a virtual cluster for each kind of nodes."));
    }
    return cluster().uniform();
  }

  private void requireSize(List<VirtualCluster> virtualClusters) {
    long nodes = virtualClusters.stream().mapToLong(VirtualCluster::nodeCount).sum();
    if (nodes > ClusterDescription.MAX_NODES) {
      throw new DataException(
          Problem.ofFile(
              folder.resolve(description.cluster().virtualClusters()),
              "expected at most %,d nodes in all, found %,d"
                  .formatted(ClusterDescription.MAX_NODES, nodes),
              "Maybe a column counts something else."));
    }
  }

  /** The jobs, in file order. */
  public Trace trace() {
    if (trace == null) {
      trace =
          readTrace(
              cluster(),
              description.profiles() == null ? null : profiledWorkloads(),
              scaling(),
              sensitivity());
    }
    return trace;
  }

  /**
   * Reads the jobs and checks them against those other parts that are known.
   *
   * @param knownCluster null: unknown
   * @param profiled workloads with a profile; null: unknown
   * @param curves scaling curves; null: unknown
   * @param gains profiles of CPUs and memory; null: unknown
   */
  Trace readTrace(
      ClusterDescription knownCluster,
      Set<Workload> profiled,
      ScalingCurves curves,
      ResourceProfiles gains) {
    Path file = folder.resolve(description.jobs().file());
    Problems problems = new Problems();
    TraceCollector collector =
        new TraceCollector(file, problems, startSeconds(), knownCluster, profiled)
            .checking(curves)
            .checking(gains);
    JobFormat.find(description.jobs().format())
        .orElseThrow()
        .read(file, origin(), problems, collector);
    collector.leftOut().refuseMost(file, collector.size(), problems);
    problems.throwIfAny();
    leftOut = collector.leftOut().counts();
    Trace read = collector.trace();
    if (read.size() == 0) {
      throw new DataException(Problem.ofFile(file, "expected at least one job, found none", ""));
    }
    return read;
  }

  /** Rows of the file of jobs that {@link #trace} left out, by reason. */
  public Map<String, Long> leftOut() {
    trace();
    return leftOut;
  }

  /** Workloads in the table of single profiles. */
  Set<Workload> profiledWorkloads() {
    Set<Workload> workloads = new HashSet<>();
    singles().forEach(single -> workloads.add(single.profile().workload()));
    return workloads;
  }

  /** The forecast of the load; {@link Forecast#EMPTY} if the data set has none. */
  public Forecast forecast() {
    if (forecast == null) {
      forecast =
          Optional.ofNullable(description.throughput())
              .flatMap(DatasetDescription.Throughput::forecast)
              .map(folder::resolve)
              .map(file -> checked(problems -> ThroughputTables.forecast(file, origin(), problems)))
              .orElse(Forecast.EMPTY);
    }
    return forecast;
  }

  /** What was submitted per slot of time; empty if the data set has no such table. */
  public Optional<ThroughputSeries> throughput() {
    if (throughput == null) {
      throughput =
          Optional.ofNullable(description.throughput())
              .flatMap(DatasetDescription.Throughput::series)
              .map(folder::resolve)
              .flatMap(file -> checked(problems -> SeriesTable.read(file, origin(), problems)));
    }
    return throughput;
  }

  /** Profiles of workloads; {@link Profiles#EMPTY} if the data set has none. */
  public Profiles profiles() {
    if (profiles == null) {
      profiles = description.profiles() == null ? Profiles.EMPTY : new Profiles(singles(), pairs());
    }
    return profiles;
  }

  /** Where the scaling curves stand. */
  Path scalingFile() {
    return folder.resolve(description.scaling());
  }

  /** Scaling curves of jobs; {@link ScalingCurves#EMPTY} if the data set has none. */
  public ScalingCurves scaling() {
    if (scaling == null) {
      scaling =
          Optional.ofNullable(description.scaling())
              .map(folder::resolve)
              .map(file -> checked(problems -> ScalingTable.read(file, problems)))
              .orElse(ScalingCurves.EMPTY);
    }
    return scaling;
  }

  /** What models gain by CPUs and memory; {@link ResourceProfiles#EMPTY} if it has none. */
  public ResourceProfiles sensitivity() {
    if (sensitivity == null) {
      sensitivity =
          Optional.ofNullable(description.sensitivity())
              .map(folder::resolve)
              .map(file -> checked(problems -> SensitivityFile.read(file, problems)))
              .orElse(ResourceProfiles.EMPTY);
    }
    return sensitivity;
  }

  private List<SingleProfile> singles() {
    if (singles == null) {
      Path file = folder.resolve(description.profiles().single());
      singles = checked(problems -> ProfileTables.singles(file, problems));
    }
    return singles;
  }

  private List<PairProfile> pairs() {
    Optional<String> name = description.profiles().colocated();
    if (name.isEmpty()) {
      return List.of();
    }
    Path file = folder.resolve(name.get());
    List<PairProfile> pairs = checked(problems -> ProfileTables.pairs(file, problems));
    Problems problems = new Problems();
    ProfileTables.requireSingles(file, pairs, singles(), problems);
    problems.throwIfAny();
    return pairs;
  }

  /**
   * Estimated durations for the jobs of a trace.
   *
   * @param nameOrFile a name that the description lists, or else a CSV file
   * @param jobs the trace, perhaps a part of that of the data set
   */
  public Estimates estimates(String nameOrFile, Trace jobs) {
    Path file = estimatesFile(nameOrFile);
    return checked(problems -> EstimatesFile.read(file, nameOrFile, jobs, problems));
  }

  private Path estimatesFile(String nameOrFile) {
    String listed = description.estimates().get(nameOrFile);
    if (listed != null) {
      return folder.resolve(listed);
    }
    try {
      Path file = Path.of(nameOrFile);
      if (Files.exists(file)) {
        return file;
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw new DataException(unknownEstimates(nameOrFile));
  }

  private Problem unknownEstimates(String nameOrFile) {
    String hint =
        estimateNames().isEmpty()
            ? "Maybe dataset.json should list it under 'estimates'; it lists none."
            : ClosestName.hint(nameOrFile, estimateNames());
    return new Problem(
        folder.resolve(DatasetDescription.FILE_NAME).toString(),
        0,
        "",
        nameOrFile,
        "expected the name of estimates in the data set, or a CSV file",
        hint);
  }

  /**
   * Names the content: SHA-256 over names and bytes, as stored, of {@code dataset.json} and of all
   * files that it names, in a fixed order.
   *
   * @return 64 hexadecimal digits
   */
  public String contentHash() {
    if (contentHash == null) {
      List<String> names = new ArrayList<>(List.of(DatasetDescription.FILE_NAME));
      names.addAll(description.fileNames());
      contentHash = ContentHash.of(folder, names);
    }
    return contentHash;
  }
}

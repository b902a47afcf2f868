package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.Forecast;
import org.limpid.data.JobAttribute;
import org.limpid.data.Profiles;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.ScalingCurves;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a data set: every file that the description names, then {@link #commit}. Until then
 * nothing is at the target; closed without it, nothing will be. A name that ends with {@code .gz}
 * makes a gzipped file. Same values, same bytes. Every failure to write is a {@link DataException}.
 * Not safe for several threads.
 */
public final class DatasetWriter implements AutoCloseable {
  /** How the folder is marked. */
  public static final String KIND = "data set";

  private final Path target;
  private final DatasetDescription description;
  private final AtomicFolder folder;

  private DatasetWriter(Path target, DatasetDescription description, AtomicFolder folder) {
    this.target = target;
    this.description = description;
    this.folder = folder;
  }

  /**
   * Begins a data set.
   *
   * @param overwrite whether an older data set at the target may be replaced
   * @throws DataException if something is in the way
   */
  public static DatasetWriter create(
      Path target, DatasetDescription description, boolean overwrite) {
    return new DatasetWriter(target, description, AtomicFolder.begin(target, KIND, overwrite));
  }

  /** Writes the virtual clusters, and their groups of nodes where the description names a file. */
  public void virtualClusters(List<VirtualCluster> virtualClusters) {
    table(description.cluster().virtualClusters(), csv -> ClusterFile.write(csv, virtualClusters));
    description
        .cluster()
        .nodeGroups()
        .ifPresent(name -> table(name, csv -> ClusterFile.writeGroups(csv, virtualClusters)));
  }

  /** Begins the jobs, which are written one by one; close it before {@link #commit}. */
  public JobsOutput jobs(boolean withWorkloads) {
    return jobs(withWorkloads, Set.of());
  }

  /** The same with optional columns. */
  public JobsOutput jobs(boolean withWorkloads, Set<JobAttribute> attributes) {
    try {
      String name = description.jobs().file();
      LocalDateTime origin = description.time().origin();
      return new JobsOutput(target.resolve(name), open(name), withWorkloads, attributes, origin);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  public void jobs(Trace trace) {
    boolean withWorkloads = !trace.workloadProfiles().isEmpty();
    try (JobsOutput jobs = jobs(withWorkloads, trace.optional().present())) {
      for (int row = 0; row < trace.size(); row++) {
        jobs.write(trace.job(row));
      }
    }
  }

  /** Writes the series of the load, header and rows. */
  public void series(IoConsumer<CsvOutput> content) {
    table(description.throughput().series().orElseThrow(), content);
  }

  /** Writes the series of the load. */
  public void series(ThroughputSeries series) {
    LocalDateTime origin = description.time().origin();
    series(csv -> SeriesTable.write(csv, series, origin));
  }

  /** Writes the forecast with columns of the caller's choice, header and rows. */
  public void forecast(IoConsumer<CsvOutput> content) {
    table(description.throughput().forecast().orElseThrow(), content);
  }

  public void forecast(Forecast forecast) {
    LocalDateTime origin = description.time().origin();
    forecast(csv -> ThroughputTables.write(csv, forecast, origin));
  }

  /**
   * Begins estimates, which are written row by row as {@code job_id} and {@code priority}; close it
   * before {@link #commit}. Failures to write come as {@link UncheckedIOException}.
   */
  public CsvOutput beginEstimates(String name) {
    try {
      return new CsvOutput(open(description.estimates().get(name))).row("job_id", "priority");
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** Writes the profiles, single and colocated. */
  public void profiles(Profiles profiles) {
    table(
        description.profiles().single(),
        csv -> ProfileTables.writeSingles(csv, profiles.singles()));
    description
        .profiles()
        .colocated()
        .ifPresent(name -> table(name, csv -> ProfileTables.writePairs(csv, profiles.pairs())));
  }

  /** Writes the scaling curves. */
  public void scaling(ScalingCurves curves) {
    table(description.scaling(), csv -> ScalingTable.write(csv, curves));
  }

  /** Writes what models gain by CPUs and memory. */
  public void sensitivity(ResourceProfiles profiles) {
    String name = description.sensitivity();
    try (OutputStream out = open(name)) {
      SensitivityFile.write(out, profiles);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target.resolve(name), e);
    }
  }

  /** Copies the bytes of a file as they are; permissions are those of a new file. */
  public void copy(String name, Path source) {
    Path file = folder.path().resolve(name);
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream out = AtomicFiles.openNew(file)) {
        Files.copy(source, out);
      }
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target.resolve(name), e);
    }
  }

  /**
   * Writes {@code dataset.json} and moves the folder to its target.
   *
   * @throws IllegalStateException if a file that the description names was not written
   */
  public void commit() {
    for (String name : description.fileNames()) {
      if (!Files.exists(folder.path().resolve(name))) {
        throw new IllegalStateException(
            "the description names %s, which was not written".formatted(name));
      }
    }
    AtomicFiles.write(
        folder.path().resolve(DatasetDescription.FILE_NAME), out -> out.write(bytes(description)));
    folder.commit();
  }

  /** A description as it stands in {@code dataset.json}, with its members in their order. */
  static byte[] bytes(DatasetDescription description) {
    JsonMapper mapper =
        JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", DatasetDescription.FORMAT);
    tree.putAll(
        mapper.convertValue(description, new TypeReference<LinkedHashMap<String, Object>>() {}));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String json = mapper.writer().with(printer).writeValueAsString(tree);
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Deletes what was not committed. */
  @Override
  public void close() {
    folder.close();
  }

  private void table(String name, IoConsumer<CsvOutput> content) {
    try (CsvOutput csv = new CsvOutput(open(name))) {
      content.accept(csv);
    } catch (UncheckedIOException e) {
      throw AtomicFiles.cannotWrite(target.resolve(name), e.getCause());
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target.resolve(name), e);
    }
  }

  private OutputStream open(String name) throws IOException {
    Path file = folder.path().resolve(name);
    Files.createDirectories(file.getParent());
    OutputStream out = AtomicFiles.openNew(file);
    return name.endsWith(".gz") ? AtomicFiles.gzip(out) : out;
  }
}

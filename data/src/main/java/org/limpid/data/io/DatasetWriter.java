package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;

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

  /** Writes the virtual clusters. */
  public void virtualClusters(List<VirtualCluster> virtualClusters) {
    table(
        description.cluster().virtualClusters(),
        csv -> {
          csv.row("vc", "num");
          virtualClusters.forEach(vc -> csv.field(vc.name()).field(vc.nodeCount()).endRow());
        });
  }

  /**
   * Begins the jobs, which are written one by one; close it before {@link #commit}.
   *
   * @param withWorkloads whether they have workloads
   */
  public JobsOutput jobs(boolean withWorkloads) {
    try {
      String name = description.jobs().file();
      return new JobsOutput(target.resolve(name), open(name), withWorkloads);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(target, e);
    }
  }

  /** Writes all jobs of a trace. */
  public void jobs(Trace trace) {
    boolean withWorkloads = !trace.workloadProfiles().isEmpty();
    try (JobsOutput jobs = jobs(withWorkloads)) {
      for (int row = 0; row < trace.size(); row++) {
        jobs.write(trace.job(row));
      }
    }
  }

  /** Writes the series of the load, header and rows. */
  public void series(IoConsumer<CsvOutput> content) {
    table(description.throughput().series().orElseThrow(), content);
  }

  /** Writes the forecast with columns of the caller's choice, header and rows. */
  public void forecast(IoConsumer<CsvOutput> content) {
    table(description.throughput().forecast().orElseThrow(), content);
  }

  /** Writes the forecast. */
  public void forecast(Forecast forecast) {
    LocalDateTime origin = description.time().origin();
    forecast(csv -> ThroughputTables.write(csv, forecast, origin));
  }

  /** Writes estimates under a name that the description lists; jobs without one are left out. */
  public void estimates(String name, Trace trace, Estimates estimates) {
    table(
        description.estimates().get(name),
        csv -> {
          csv.row("job_id", "priority");
          for (int row = 0; row < trace.size(); row++) {
            if (estimates.has(row)) {
              csv.field(trace.jobId(row)).field(estimates.seconds(row)).endRow();
            }
          }
        });
  }

  /**
   * Begins estimates, which are written row by row as {@code job_id} and {@code priority}; close it
   * before {@link #commit}. Failures to write come as {@link UncheckedIOException}.
   *
   * @param name a name that the description lists
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
        csv -> {
          csv.row(
              "model",
              "dataset",
              "batchsize",
              "amp",
              "speed",
              "gpu_util",
              "gmem_util",
              "gmem",
              "label");
          profiles.singles().forEach(single -> write(csv, single));
        });
    description.profiles().colocated().ifPresent(name -> pairs(name, profiles.pairs()));
  }

  private static void write(CsvOutput csv, SingleProfile single) {
    WorkloadProfile profile = single.profile();
    write(csv, profile.workload());
    csv.field(profile.speed())
        .field(profile.gpuUtilPercent())
        .field(profile.memoryUtilPercent())
        .field(profile.memoryMib())
        .field(single.shareScore())
        .endRow();
  }

  private void pairs(String name, List<PairProfile> pairs) {
    table(
        name,
        csv -> {
          csv.row(
              "model1",
              "dataset1",
              "batchsize1",
              "amp1",
              "speed1",
              "model2",
              "dataset2",
              "batchsize2",
              "amp2",
              "speed2",
              "gpu_util",
              "gmem_util",
              "gmem");
          pairs.forEach(pair -> write(csv, pair));
        });
  }

  private static void write(CsvOutput csv, PairProfile pair) {
    write(csv, pair.first());
    csv.field(pair.firstRate());
    write(csv, pair.second());
    csv.field(pair.secondRate())
        .field(pair.gpuUtilPercent())
        .field(pair.memoryUtilPercent())
        .field(pair.memoryMib())
        .endRow();
  }

  private static void write(CsvOutput csv, Workload workload) {
    csv.field(workload.model())
        .field(workload.dataset())
        .field(workload.batchSize())
        .field(workload.mixedPrecision() ? 1 : 0);
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
        folder.path().resolve(DatasetDescription.FILE_NAME),
        out -> out.write(DescriptionWriter.bytes(description)));
    folder.commit();
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

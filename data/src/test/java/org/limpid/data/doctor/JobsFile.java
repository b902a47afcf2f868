package org.limpid.data.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.io.DatasetReader;

/**
 * A data set with jobs that a test writes one by one, in which nothing else is odd: users, states
 * and processors change from row to row. The virtual cluster {@code a} has two nodes of 8 GPUs.
 */
public final class JobsFile {
  private static final String ORIGIN = "2026-01-01T00:00:00";

  private static final String DESCRIPTION =
      """
      {
        "format": "limpid-dataset/1",
        "name": "made",
        "time": { "origin": "2026-01-01T00:00:00", "startSeconds": 0 },
        "cluster": { "virtualClusters": "vc.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576 },
        "jobs": { "file": "jobs.csv", "format": "lucid" }
      }
      """;

  private final Path folder;
  private final StringBuilder jobs =
      new StringBuilder("job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration");
  private String description = DESCRIPTION;
  private int rows;

  /** Columns beyond the usual ones are empty unless {@link #job} fills them. */
  public JobsFile(Path folder, String... optionalColumns) {
    this.folder = folder;
    Stream.of(optionalColumns).forEach(column -> jobs.append(',').append(column));
    jobs.append('\n');
    described("", "");
    cluster("vc,num\na,2\n");
  }

  public JobsFile beginningAt(String origin) {
    return described(ORIGIN, origin);
  }

  public JobsFile cluster(String table) {
    return write("vc.csv", table);
  }

  /** A job of one GPU in {@code a}. */
  public JobsFile job(long submit, long duration, Object... optional) {
    return jobOf(1, submit, duration, optional);
  }

  public JobsFile jobOf(int gpus, long submit, long duration, Object... optional) {
    return row(
        "u%d,a,%d,%d,%s,%d,%d"
            .formatted(
                rows % 2, gpus, rows % 3, rows % 2 == 0 ? "FAILED" : "COMPLETED", submit, duration),
        optional);
  }

  /** What stands between the identifier and the optional columns. */
  public JobsFile row(String fields, Object... optional) {
    jobs.append(++rows).append(',').append(fields);
    Stream.of(optional).forEach(value -> jobs.append(',').append(value));
    jobs.append('\n');
    return this;
  }

  /** Replaces a part of the description. */
  public JobsFile described(String part, String replacement) {
    description = description.replace(part, replacement);
    return write("dataset.json", description);
  }

  /** Adds a file. */
  public JobsFile write(String name, String content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data set with all jobs so far. */
  public DatasetReader open() {
    return write("jobs.csv", jobs.toString()).reopened();
  }

  /** The data set as its files are now. */
  public DatasetReader reopened() {
    return DatasetReader.open(folder);
  }

  List<Finding> findings() {
    open();
    return Doctor.findings(folder);
  }

  /** Names of all findings, with commas between them. */
  String names() {
    return findings().stream().map(Finding::name).collect(Collectors.joining(","));
  }

  /** The only finding of this name. */
  Finding finding(String name) {
    List<Finding> found = findings().stream().filter(each -> each.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one %s, found %s".formatted(name, findings()));
    }
    return found.getFirst();
  }
}

package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobId;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.ClosestName;
import org.limpid.files.Problems;

/**
 * Jobs that want CPUs and memory of a cluster at the same time: a CSV file with the columns {@code
 * job_id}, {@code model} and {@code gpu_num}, and the files of cluster and models that an import of
 * Synergy's traces takes.
 *
 * @param cluster nodes of one kind, with CPUs and memory
 * @param jobs at least one, in the order of the file
 */
public record SynergyTable(ClusterDescription cluster, List<Job> jobs) {
  private enum Column {
    JOB_ID,
    MODEL,
    GPU_NUM
  }

  public SynergyTable {
    jobs = List.copyOf(jobs);
  }

  /**
   * A job.
   *
   * @param profile of its model
   * @param gpus 1, 2, 4, 8 or 16, no more than the cluster has
   */
  public record Job(JobId id, ResourceProfile profile, int gpus) {}

  /**
   * Reads jobs, cluster and models.
   *
   * @param jobs the table
   * @param cluster an INI file of the artifact
   * @param models {@code model_zoo.json}
   * @param modelSet which of its sets; empty: that of the CPUs for each GPU
   * @throws org.limpid.files.DataException with all that is wrong with one of the files
   */
  public static SynergyTable read(Path jobs, Path cluster, Path models, Optional<String> modelSet) {
    ClusterDescription servers = ClusterIni.read(cluster, "cluster");
    ResourceProfiles profiles = SynergyModels.read(models, modelSet, servers.groups().getFirst());
    Problems problems = new Problems();
    List<Job> read = new ArrayList<>();
    Set<JobId> seen = new HashSet<>();
    CsvSchema schema = CsvSchema.of(List.of(Column.values()), List.of());
    CsvInput.read(
        jobs,
        schema,
        problems,
        row -> job(row, profiles, servers.gpuCount(), seen).ifPresent(read::add));
    if (read.isEmpty() && problems.isEmpty()) {
      problems.add(jobs, "expected jobs, found none", "");
    }
    problems.throwIfAny();
    return new SynergyTable(servers, read);
  }

  private static Optional<Job> job(
      CsvRow row, ResourceProfiles profiles, int mostGpus, Set<JobId> seen) {
    JobId id = row.jobId(Column.JOB_ID);
    if (row.isGood() && !seen.add(id)) {
      row.problem(Column.JOB_ID, "expected each job once", "");
    }
    Optional<ResourceProfile> profile = profile(row, Column.MODEL, profiles);
    int gpus = (int) row.wholeNumber(Column.GPU_NUM, 1, mostGpus, "");
    if (row.isGood() && !SynergyPhilly.GPU_COUNTS.contains(gpus)) {
      row.problem(Column.GPU_NUM, "expected 1, 2, 4, 8 or 16 GPUs", "");
    }
    return row.isGood() ? Optional.of(new Job(id, profile.orElseThrow(), gpus)) : Optional.empty();
  }

  /** The profile that a row names, or a problem. */
  static Optional<ResourceProfile> profile(CsvRow row, Enum<?> column, ResourceProfiles profiles) {
    String model = row.requiredText(column);
    Optional<ResourceProfile> found = profiles.find(model);
    if (found.isEmpty() && !model.isEmpty()) {
      List<String> known = profiles.all().stream().map(ResourceProfile::model).toList();
      row.problem(
          column,
          "expected one of the models " + String.join(", ", known),
          ClosestName.hint(model, known));
    }
    return found;
  }
}

package org.limpid.experiment.synergy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.data.JobId;
import org.limpid.data.importer.SynergyTable;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.reference.synergy.OptimalAllocation;
import org.limpid.reference.synergy.OptimalAllocation.Given;
import org.limpid.reference.synergy.Share;
import org.limpid.reference.synergy.SynergyCluster;
import org.limpid.reference.synergy.SynergyJob;
import org.limpid.results.table.ReportTable;

/**
 * The best division of CPUs and memory among the jobs of a table, with the time of each phase.
 *
 * @param names of the jobs, by their numbers
 * @param allocation what each has
 * @param seconds wall time by phase
 */
public record SynergyDivision(
    List<JobId> names, OptimalAllocation allocation, Map<String, Double> seconds) {
  public SynergyDivision {
    names = List.copyOf(names);
    seconds = new LinkedHashMap<>(seconds);
  }

  /**
   * Reads and divides.
   *
   * @param jobs the table
   * @param cluster an INI file of the artifact
   * @param models {@code model_zoo.json}
   * @param modelSet which of its sets; empty: that of the CPUs for each GPU
   * @throws DataException with all that is wrong with one of the files
   */
  public static SynergyDivision of(
      Path jobs, Path cluster, Path models, Optional<String> modelSet) {
    Stopwatch watch = new Stopwatch();
    SynergyTable table = SynergyTable.read(jobs, cluster, models, modelSet);
    watch.lap("reading");
    try {
      OptimalAllocation allocation =
          OptimalAllocation.of(
              jobs(table), SynergyCluster.of(table.cluster().groups().getFirst()), watch::lap);
      return new SynergyDivision(
          table.jobs().stream().map(SynergyTable.Job::id).toList(), allocation, watch.seconds());
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.ofFile(jobs, e.getMessage(), "Maybe choose another --cluster."));
    }
  }

  private static List<SynergyJob> jobs(SynergyTable table) {
    List<SynergyJob> jobs = new ArrayList<>();
    for (SynergyTable.Job job : table.jobs()) {
      jobs.add(new SynergyJob(jobs.size(), job.profile(), 0, 1, job.gpus()));
    }
    return jobs;
  }

  /** What each job has, the sums, and the phases. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "allocation",
            List.of(
                "job", "model", "GPUs", "CPUs", "memory, GB", "speed", "best speed", "servers"));
    for (Given given : allocation.jobs()) {
      table.row(
          names.get(given.job().id()).toString(),
          given.job().profile().model(),
          given.job().gpus(),
          given.resources().cpus(),
          given.resources().memoryGb(),
          given.speed(),
          given.idealSpeed(),
          servers(given));
    }
    return String.join("\n", table.aligned(), sums(), waiting(), phases(), "");
  }

  /** GPUs by server: {@code 0:2 3:6}. */
  private static String servers(Given given) {
    return given.shares().stream()
        .map(share -> "%d:%d".formatted(share.server(), share.gpus()))
        .collect(Collectors.joining(" "));
  }

  private String sums() {
    return "Sum of speeds: %.4f where jobs are, at most %.4f on one large server; tune %.4f; fair shares have 1 each."
        .formatted(allocation.placed(), allocation.ideal(), allocation.tuned());
  }

  private String waiting() {
    long demoted = allocation.jobs().stream().filter(Given::isDemoted).count();
    long parts = allocation.jobs().stream().filter(given -> given.shares().size() > 1).count();
    return "%,d jobs on %,d servers in parts, %,d demoted to their fair shares; %,d wait for GPUs."
        .formatted(parts, serversOfParts(), demoted, allocation.waiting().size());
  }

  private long serversOfParts() {
    return allocation.jobs().stream()
        .filter(given -> given.shares().size() > 1)
        .flatMap(given -> given.shares().stream())
        .mapToInt(Share::server)
        .distinct()
        .count();
  }

  private String phases() {
    OptimalAllocation.Sizes sizes = allocation.sizes();
    return "%,d kinds of jobs, %,d variables, %,d of them worth a choice. Wall time: %s."
        .formatted(
            sizes.kinds(),
            sizes.cells(),
            sizes.choices(),
            seconds.entrySet().stream()
                .map(phase -> "%s %.3f s".formatted(phase.getKey(), phase.getValue()))
                .collect(Collectors.joining(", ")));
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jobs", allocation.jobs().stream().map(this::json).toList());
    json.put(
        "waiting",
        allocation.waiting().stream().map(job -> names.get(job.id()).toString()).toList());
    json.put("placedSpeed", allocation.placed());
    json.put("optimalSpeed", allocation.ideal());
    json.put("tuneSpeed", allocation.tuned());
    json.put("kinds", allocation.sizes().kinds());
    json.put("variables", allocation.sizes().cells());
    json.put("choices", allocation.sizes().choices());
    json.put("seconds", seconds);
    return json;
  }

  private Map<String, Object> json(Given given) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("job", names.get(given.job().id()).toString());
    json.put("model", given.job().profile().model());
    json.put("gpus", given.job().gpus());
    json.put("cpus", given.resources().cpus());
    json.put("memoryGb", given.resources().memoryGb());
    json.put("speed", given.speed());
    json.put("bestSpeed", given.idealSpeed());
    json.put("demoted", given.isDemoted());
    json.put("servers", given.shares().stream().map(Share::server).toList());
    json.put("gpusOfServers", given.shares().stream().map(Share::gpus).toList());
    return json;
  }
}

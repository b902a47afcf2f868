package org.limpid.data.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.io.DatasetDescription.Cluster;
import org.limpid.data.io.DatasetDescription.Jobs;
import org.limpid.data.io.DatasetDescription.ProfileFiles;
import org.limpid.data.io.DatasetDescription.Throughput;
import org.limpid.data.io.DatasetDescription.Time;
import org.limpid.files.ClosestName;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;

/** Reads {@code dataset.json}. */
final class DescriptionReader {
  /** Later ones are no dates that anything else reads. */
  private static final int LAST_YEAR = 9999;

  private final Path folder;

  private DescriptionReader(Path file) {
    folder = file.toAbsolutePath().getParent();
  }

  static DatasetDescription read(Path file) {
    return new DescriptionReader(file).readFrom(file);
  }

  private DatasetDescription readFrom(Path file) {
    Problems problems = new Problems();
    DatasetDescription description = null;
    try (JsonSection root = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      description = description(root);
    }
    problems.throwIfAny();
    return description;
  }

  private DatasetDescription description(JsonSection root) {
    if (!root.text("format").equals(DatasetDescription.FORMAT) && root.has("format")) {
      root.problem("format", "expected the format " + DatasetDescription.FORMAT, "");
    }
    String name = root.text("name");
    return new DatasetDescription(
        name,
        root.optionalText("title").orElse(name),
        time(root),
        cluster(root),
        jobs(root),
        root.has("throughput") ? throughput(root) : null,
        root.has("estimates") ? estimates(root) : Map.of(),
        root.has("profiles") ? profiles(root) : null,
        root.has("profiler") ? profiler(root) : null,
        optionalFile(root, "scaling").orElse(null),
        optionalFile(root, "sensitivity").orElse(null));
  }

  private static Time time(JsonSection root) {
    try (JsonSection time = root.section("time")) {
      LocalDateTime origin = origin(time);
      return new Time(origin, startSeconds(time, origin));
    }
  }

  private static long startSeconds(JsonSection time, LocalDateTime origin) {
    long start = time.wholeNumber("startSeconds", 0, Limits.MAX_SECONDS);
    UnixTime.looksLike(start, origin)
        .ifPresent(look ->
            time.problem(
                "startSeconds",
                "expected seconds since the origin, not " + look,
                UnixTime.hint(origin)));
    return start;
  }

  private static LocalDateTime origin(JsonSection time) {
    String text = time.text("origin");
    try {
      LocalDateTime origin = text.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(text);
      if (origin.getYear() > LAST_YEAR) {
        time.problem("origin", "expected a year of at most " + LAST_YEAR, "");
      }
      return origin;
    } catch (DateTimeParseException e) {
      time.problem("origin", "expected a time yyyy-MM-ddTHH:mm:ss", "");
      return LocalDateTime.MIN;
    }
  }

  private Cluster cluster(JsonSection root) {
    try (JsonSection cluster = root.section("cluster")) {
      return new Cluster(
          fileName(cluster, "virtualClusters"),
          (int) cluster.wholeNumber("gpusPerNode", 1, ClusterDescription.MAX_GPUS_PER_NODE),
          cluster.has("cpusPerNode")
              ? (int) cluster.wholeNumber("cpusPerNode", 0, Limits.MAX_COUNT)
              : 0,
          (int) cluster.wholeNumber("gpuMemoryMib", 1, Integer.MAX_VALUE),
          optionalFile(cluster, "nodeGroups"));
    }
  }

  private Jobs jobs(JsonSection root) {
    try (JsonSection jobs = root.section("jobs")) {
      String format = jobs.text("format");
      if (!format.isEmpty() && JobFormat.find(format).isEmpty()) {
        jobs.problem(
            "format",
            "expected a known format of jobs",
            ClosestName.hint(format, JobFormat.all().stream().map(JobFormat::name).toList()));
      }
      return new Jobs(fileName(jobs, "file"), format);
    }
  }

  private Throughput throughput(JsonSection root) {
    try (JsonSection throughput = root.section("throughput")) {
      return new Throughput(
          optionalFile(throughput, "series"), optionalFile(throughput, "forecast"));
    }
  }

  private Map<String, String> estimates(JsonSection root) {
    try (JsonSection estimates = root.section("estimates")) {
      Map<String, String> names = new LinkedHashMap<>();
      estimates.names().forEach(key -> names.put(key, fileName(estimates, key)));
      return names;
    }
  }

  private ProfileFiles profiles(JsonSection root) {
    try (JsonSection profiles = root.section("profiles")) {
      return new ProfileFiles(fileName(profiles, "single"), optionalFile(profiles, "colocated"));
    }
  }

  private static ProfilerDescription profiler(JsonSection root) {
    try (JsonSection profiler = root.section("profiler")) {
      return new ProfilerDescription(
          (int) profiler.wholeNumber("nodes", 1, Limits.MAX_COUNT),
          (int) profiler.wholeNumber("timeLimitSeconds", 1, Integer.MAX_VALUE),
          (int) profiler.wholeNumber("gpuFactor", 1, Limits.MAX_COUNT),
          profiler.texts("takenFrom"),
          profiler.optionalText("lender").orElse(null),
          profiler.has("loanNodes") ? (int) profiler.wholeNumber("loanNodes", 0, 1) : 0);
    }
  }

  /** The name of a file in the folder; empty after noting that it is none. */
  private String fileName(JsonSection section, String key) {
    String text = section.text(key);
    try {
      Path name = Path.of(text);
      if (!OutsideFiles.areAllowed() && OutsideFiles.isOutside(folder, name)) {
        section.problem(
            key,
            "expected a file in the folder of the data set",
            "Maybe copy it there; or, if you trust the data set, add --allow-outside.");
      }
      return name.toString();
    } catch (InvalidPathException e) {
      section.problem(key, "expected the name of a file (%s)".formatted(e.getReason()), "");
      return "";
    }
  }

  private Optional<String> optionalFile(JsonSection section, String key) {
    return section.has(key) ? Optional.of(fileName(section, key)) : Optional.empty();
  }
}

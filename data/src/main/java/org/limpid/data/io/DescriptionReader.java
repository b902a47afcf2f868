package org.limpid.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.io.DatasetDescription.Cluster;
import org.limpid.data.io.DatasetDescription.Jobs;
import org.limpid.data.io.DatasetDescription.ProfileFiles;
import org.limpid.data.io.DatasetDescription.Throughput;
import org.limpid.data.io.DatasetDescription.Time;
import org.limpid.data.io.JsonValue.JsonObject;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@code dataset.json}. Values are fetched one by one rather than bound by reflection: so all
 * problems are found in one go, each with its place, and a short run does not pay for loading the
 * data binding.
 */
final class DescriptionReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Problems problems = new Problems();

  private DescriptionReader(Path file) {
    this.file = file;
  }

  static DatasetDescription read(Path file) {
    DescriptionReader reader = new DescriptionReader(file);
    DatasetDescription description = null;
    try (JsonSection root = new JsonSection(file, reader.problems, reader.root())) {
      description = reader.description(root);
    }
    reader.problems.throwIfAny();
    return description;
  }

  private JsonObject root() {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text())) {
      if (parser.nextToken() != null
          && JsonValue.read(parser) instanceof JsonObject object
          && parser.nextToken() == null) {
        return object;
      }
      throw new DataException(Problem.ofFile(file, "expected one JSON object", ""));
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation(); // null where a limit of Jackson is exceeded
      throw new DataException(
          new Problem(
              file.toString(),
              place == null ? 0 : Math.max(0, place.getLineNr()),
              place == null ? "" : "column " + place.getColumnNr(),
              "",
              "expected JSON: " + e.getOriginalMessage(),
              "Maybe a comma, a quotation mark or a bracket is missing."));
    }
  }

  private String text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes()).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  private ByteBuffer bytes() throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file));
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
        root.has("profiler") ? profiler(root) : null);
  }

  private static Time time(JsonSection root) {
    try (JsonSection time = root.section("time")) {
      return new Time(origin(time), time.wholeNumber("startSeconds", 0, Limits.MAX_SECONDS));
    }
  }

  private static LocalDateTime origin(JsonSection time) {
    String text = time.text("origin");
    try {
      return text.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      time.problem("origin", "expected a time yyyy-MM-ddTHH:mm:ss", "");
      return LocalDateTime.MIN;
    }
  }

  private static Cluster cluster(JsonSection root) {
    try (JsonSection cluster = root.section("cluster")) {
      return new Cluster(
          cluster.fileName("virtualClusters"),
          (int) cluster.wholeNumber("gpusPerNode", 1, ClusterDescription.MAX_GPUS_PER_NODE),
          cluster.has("cpusPerNode")
              ? (int) cluster.wholeNumber("cpusPerNode", 0, Limits.MAX_COUNT)
              : 0,
          (int) cluster.wholeNumber("gpuMemoryMib", 1, Integer.MAX_VALUE));
    }
  }

  private static Jobs jobs(JsonSection root) {
    try (JsonSection jobs = root.section("jobs")) {
      String format = jobs.text("format");
      if (!format.isEmpty() && JobFormats.find(format).isEmpty()) {
        jobs.problem(
            "format",
            "expected a known format of jobs",
            ClosestName.hint(format, JobFormats.names()));
      }
      return new Jobs(jobs.fileName("file"), format);
    }
  }

  private static Throughput throughput(JsonSection root) {
    try (JsonSection throughput = root.section("throughput")) {
      return new Throughput(
          throughput.optionalFileName("series"), throughput.optionalFileName("forecast"));
    }
  }

  private static Map<String, String> estimates(JsonSection root) {
    try (JsonSection estimates = root.section("estimates")) {
      return estimates.allFileNames();
    }
  }

  private static ProfileFiles profiles(JsonSection root) {
    try (JsonSection profiles = root.section("profiles")) {
      return new ProfileFiles(profiles.fileName("single"), profiles.optionalFileName("colocated"));
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
}

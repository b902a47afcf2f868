package org.limpid.data.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import tools.jackson.core.JsonToken;

/**
 * A job of {@code sacct --json} as fields of {@code sacct --parsable2}. Numbers stand there as
 * such, or, in later versions of Slurm, as objects that say whether they are set.
 */
final class SacctJson {
  private static final Map<String, List<String>> PATHS =
      Map.ofEntries(
          Map.entry("User", List.of("user")),
          Map.entry("JobName", List.of("name")),
          Map.entry("Partition", List.of("partition")),
          Map.entry("QOS", List.of("qos")),
          Map.entry("State", List.of("state", "current")),
          Map.entry("Submit", List.of("time", "submission")),
          Map.entry("Eligible", List.of("time", "eligible")),
          Map.entry("Start", List.of("time", "start")),
          Map.entry("End", List.of("time", "end")),
          Map.entry("ElapsedRaw", List.of("time", "elapsed")),
          Map.entry("TimelimitRaw", List.of("time", "limit")),
          Map.entry("NNodes", List.of("allocation_nodes")),
          Map.entry("NCPUS", List.of("required", "CPUs")),
          Map.entry("NodeList", List.of("nodes")),
          Map.entry("Priority", List.of("priority")),
          Map.entry("Restarts", List.of("restart_cnt")));

  private SacctJson() {}

  static Map<String, String> fields(JsonObject job) {
    Map<String, String> fields = new HashMap<>();
    PATHS.forEach((column, path) -> fields.put(column, text(at(job, path))));
    fields.put("JobID", id(job));
    fields.put("AllocTRES", resources(at(job, List.of("tres", "allocated"))));
    fields.put("ReqTRES", resources(at(job, List.of("tres", "requested"))));
    return fields;
  }

  /** As the text has it: {@code 12_3} in an array, {@code 12+1} in a job of several parts. */
  private static String id(JsonObject job) {
    String array = text(at(job, List.of("array", "job_id")));
    String task = text(at(job, List.of("array", "task_id")));
    String leader = text(at(job, List.of("het", "job_id")));
    String part = text(at(job, List.of("het", "job_offset")));
    if (isSet(array) && !task.isEmpty()) {
      return array + '_' + task;
    }
    return isSet(leader) && !part.isEmpty()
        ? leader + '+' + part
        : text(at(job, List.of("job_id")));
  }

  private static boolean isSet(String number) {
    return !number.isEmpty() && !number.equals("0");
  }

  /** Null where there is none. */
  private static JsonValue at(JsonValue value, List<String> path) {
    JsonValue found = value;
    for (String name : path) {
      found = found instanceof JsonObject object ? object.members().get(name) : null;
    }
    return found;
  }

  /** Empty where there is none, or it is not set. */
  private static String text(JsonValue value) {
    return switch (value) {
      case JsonScalar scalar -> scalar.token() == JsonToken.VALUE_NULL ? "" : scalar.text();
      case JsonArray array -> array.elements().isEmpty() ? "" : text(array.elements().getFirst());
      case JsonObject number -> number(number);
      case null, default -> "";
    };
  }

  private static String number(JsonObject number) {
    if (text(number.members().get("infinite")).equals("true")) {
      return "UNLIMITED";
    }
    return text(number.members().get("set")).equals("false")
        ? ""
        : text(number.members().get("number"));
  }

  /** {@code cpu=8,gres/gpu:a100=2}. */
  private static String resources(JsonValue list) {
    return list instanceof JsonArray array
        ? array.elements().stream().flatMap(SacctJson::resource).collect(Collectors.joining(","))
        : "";
  }

  private static Stream<String> resource(JsonValue value) {
    String type = text(at(value, List.of("type")));
    String name = text(at(value, List.of("name")));
    String count = text(at(value, List.of("count")));
    return type.isEmpty() || count.isEmpty()
        ? Stream.empty()
        : Stream.of((name.isEmpty() ? type : type + '/' + name) + '=' + count);
  }
}

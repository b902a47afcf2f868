package org.limpid.app.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.limpid.app.Version;
import org.limpid.files.AtomicFiles;
import org.limpid.simulation.policy.Semantics;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: how the results came about. */
final class RunRecord {
  static final String FILE_NAME = "run.json";

  private RunRecord() {}

  static void write(
      Path folder,
      SimulationRequest request,
      SimulationPlan plan,
      String dataHash,
      Map<String, Double> seconds) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("format", "limpid-run/1");
    record.put("version", Version.current());
    record.put("command", request.commandLine());
    record.put("data", data(plan, dataHash));
    record.put("seed", request.seed());
    record.put("options", options(request, plan));
    record.put("seconds", seconds);
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(record);
    AtomicFiles.write(folder.resolve(FILE_NAME), out -> out.write(json));
  }

  private static Map<String, Object> data(SimulationPlan plan, String hash) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", plan.reader().description().name());
    data.put("folder", plan.reader().folder().toString());
    data.put("sha256", hash);
    data.put("jobs", plan.trace().size());
    return data;
  }

  private static Map<String, Object> options(SimulationRequest request, SimulationPlan plan) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("policies", request.policies());
    options.put("mended", mends(request.semantics()));
    options.put("placer", request.placement().label());
    options.put("estimates", request.estimates().orElse(null));
    options.put("sharing", request.sharing().label());
    options.put("profilerNodes", orNull(request.profilerNodes()));
    options.put("profilerSeconds", orNull(request.profilerSeconds()));
    options.put("profilerFactor", orNull(request.profilerFactor()));
    options.put("startSeconds", plan.startSecond());
    options.put("from", request.from().orElse(null));
    options.put("to", request.to().orElse(null));
    options.put("sampleSeconds", request.sampleSeconds());
    options.put("threads", request.threads());
    return options;
  }

  private static List<String> mends(Semantics semantics) {
    return semantics.mends().stream().sorted().map(Semantics.Mend::label).toList();
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}

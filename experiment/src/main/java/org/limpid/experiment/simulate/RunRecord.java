package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Version;
import org.limpid.simulation.policy.Semantics;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: how the results came about. */
public final class RunRecord {
  /** Name of the file. */
  public static final String FILE_NAME = "run.json";

  private RunRecord() {}

  /**
   * Writes the record of a run into a folder.
   *
   * @param notices where the predictions come from, one sentence each
   * @param ofData what is to be known of the data, one sentence each
   */
  public static void write(
      Path folder,
      SimulationRequest request,
      SimulationData data,
      List<String> notices,
      List<String> ofData,
      String dataHash,
      Map<String, Double> seconds) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("format", "limpid-run/1");
    record.put("version", Version.current());
    record.put("command", request.commandLine());
    record.put("data", data(data, dataHash));
    record.put("seed", request.seed());
    record.put("options", options(request, data));
    if (!notices.isEmpty()) {
      record.put("predictions", notices);
    }
    if (!ofData.isEmpty()) {
      record.put("notices", ofData);
    }
    record.put("seconds", seconds);
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(record);
    AtomicFiles.write(folder.resolve(FILE_NAME), out -> out.write(json));
  }

  private static Map<String, Object> data(SimulationData data, String hash) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", data.reader().description().name());
    map.put("folder", data.reader().folder().toString());
    map.put("origin", data.reader().origin().toString());
    map.put("sha256", hash);
    map.put("jobs", data.trace().size());
    return map;
  }

  private static Map<String, Object> options(SimulationRequest request, SimulationData data) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("policies", request.policies());
    options.put("mended", mends(request.semantics()));
    options.put("placer", request.placement().label());
    options.put("estimates", request.estimates().orElse(null));
    options.putAll(request.predictions().describe());
    options.put("sharing", request.sharing().label());
    options.putAll(request.settings().toMap());
    options.put("startSeconds", data.startSecond());
    options.put("from", request.span().from().orElse(null));
    options.put("to", request.span().to().orElse(null));
    options.put("countFrom", request.span().countFrom().orElse(null));
    options.put(
        "countFromSeconds", request.span().countFrom().isPresent() ? data.countFromSecond() : null);
    options.put("sampleSeconds", request.sampleSeconds());
    options.put("explained", request.explained());
    options.put("threads", request.threads());
    request.replicas().describe().forEach(options::put);
    return options;
  }

  private static List<String> mends(Semantics semantics) {
    return semantics.mends().stream().sorted().map(Semantics.Mend::label).toList();
  }
}

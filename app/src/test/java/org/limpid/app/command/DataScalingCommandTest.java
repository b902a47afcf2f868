package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid data scaling} on curves that follow a law. */
final class DataScalingCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void importJobs() throws IOException {
    Path tables = Files.createDirectory(folder.resolve("throughput"));
    List<String> models = List.of("fast", "middle", "slow");
    for (int model = 0; model < models.size(); model++) {
      StringBuilder table = new StringBuilder("global_batch_size,1,2,4,8,16\n");
      for (int batch = 64; batch <= 256; batch *= 2) {
        table.append(batch);
        for (int gpus = 1; gpus <= 16; gpus *= 2) {
          double seconds = 0.1 * (1 << model) * batch / 64 / gpus + 0.02 * Math.log(gpus);
          table.append(String.format(Locale.ROOT, ",%.6f", 1 / seconds));
        }
        table.append('\n');
      }
      Files.writeString(tables.resolve(models.get(model) + ".csv"), table);
    }
    Files.writeString(
        folder.resolve("jobs.csv"),
        """
        job_id,submit_time,iteration,model_name,ddl,batch_size,num_gpu,duration
        1,0,1000,fast,150,64,1,100
        2,50,400,slow,400,64,2,86
        """);
    succeed(
        "data",
        "import",
        "elasticflow",
        in("jobs.csv"),
        "--throughput",
        in("throughput"),
        "--gpu-type",
        "A100",
        "--nodes",
        "2",
        "--out",
        in("data"));
    succeed("data", "generate", "--jobs", "60", "--days", "3", "--out", in("bare"));
  }

  private static String in(String name) {
    return folder.resolve(name).toString();
  }

  private static Call succeed(String... arguments) {
    Call call = Call.of(arguments);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  @Test
  void printsErrorsAndWritesAModelThatCanBeExplained() {
    String model = in("scaling.json");
    Call call = succeed("data", "scaling", in("data"), "--model", model);
    for (String word : List.of("held out", "mean curve", "linear scaling", "middle", "all")) {
      assertTrue(call.out().contains(word), call::out);
    }
    String explained = succeed("model", "explain", model).out();
    assertTrue(explained.contains("computing per iteration (s)"), explained);
  }

  @Test
  void tellsTheSameAsJson() {
    Call call = succeed("data", "scaling", in("data"), "--json");
    JsonNode report = JsonMapper.shared().readTree(call.out());
    assertEquals(9, report.get("curves").asInt());
    assertEquals(3, report.get("heldOut").size());
    JsonNode all = report.get("all");
    assertEquals(36, all.get("points").asInt());
    assertTrue(all.get("glassBox").asDouble() < all.get("linear").asDouble());
  }

  /** Jobs of a data set without curves learn them from another one, and runs say so. */
  @Test
  void predictsCurvesForOtherData() {
    String out = in("predicted");
    Call call = succeed("data", "scaling", in("bare"), "--learn-from", in("data"), "--out", out);
    assertTrue(call.err().contains("60 of 60 jobs had none"), call::err);
    assertTrue(call.err().contains("The data set is in " + out), call::err);
    Call run = succeed("simulate", "--data", out, "--policy", "fifo", "--out", in("run"));
    assertTrue(run.err().contains("are predicted and not measured"), run::err);
  }

  @Test
  void refusesDataWithoutCurvesInOneLine() {
    Call call = Call.of("data", "scaling", in("bare"));
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains("found 0"), call::err);
    assertEquals(1, call.err().lines().count(), call::err);
  }
}

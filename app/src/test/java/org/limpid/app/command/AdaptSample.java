package org.limpid.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A made-up scenario, and a policy whose weights are all zero: it finds all actions equally
 * probable.
 */
final class AdaptSample {
  private static final List<String> LAYERS =
      List.of(
          "Conv2d(3, 32, kernel_size=(3, 3), stride=(1, 1))",
          "BatchNorm2d(32, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)",
          "ReLU()",
          "Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1))",
          "AvgPool2d(kernel_size=(2, 2), stride=(2, 2), padding=0)",
          "AdaptiveAvgPool2d(output_size=(1, 1))",
          "Linear(in_features=32, out_features=10, bias=True)",
          "Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))",
          "Linear(in_features=10, out_features=10, bias=True)");

  private static final Map<String, int[]> TENSORS = tensors();

  private AdaptSample() {}

  /** Writes all files; by the names that the pages have for them. */
  static Map<String, Path> write(Path folder) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    put(files, folder, "trainings.csv", trainings().getBytes(StandardCharsets.UTF_8));
    put(files, folder, "vocabulary.json", vocabulary().getBytes(StandardCharsets.UTF_8));
    put(files, folder, "embeddings_18x16.f32le", new byte[Float.BYTES * 18 * 16]);
    StringJoiner manifest = new StringJoiner(",", "[", "]");
    int offset = 0;
    for (Map.Entry<String, int[]> tensor : TENSORS.entrySet()) {
      List<Integer> shape = IntStream.of(tensor.getValue()).boxed().toList();
      manifest.add("[\"%s\", %s, %d]".formatted(tensor.getKey(), shape, offset));
      offset += Float.BYTES * shape.stream().reduce(1, Math::multiplyExact);
    }
    put(files, folder, "early_learn2.f32le", new byte[offset]);
    put(files, folder, "early_learn2.json", manifest.toString().getBytes(StandardCharsets.UTF_8));
    put(files, folder, "epochs.csv.gz", epochs().getBytes(StandardCharsets.UTF_8));
    put(files, folder, "curve.csv", curve().getBytes(StandardCharsets.UTF_8));
    put(files, folder, "policies.csv", policies().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static String epochs() {
    StringBuilder text = new StringBuilder("scenario,sequence,seconds,test_accuracy\n");
    for (int i = 0; i < 64; i++) {
      text.append("early2,%d%d%d,11.5,0.45\n".formatted(i / 16, i / 4 % 4, i % 4));
    }
    return text.toString();
  }

  private static String curve() {
    StringBuilder text = new StringBuilder("episode,scenario,actions,accuracy,objective\n");
    for (int episode = 1; episode <= 100; episode++) {
      text.append("%d,early2,0 1 3,0.50%d,%d\n".formatted(episode, episode % 10, 200 - episode));
    }
    return text.toString();
  }

  private static String policies() {
    return """
    name,learnt_from,weights,manifest,began_with,published_with,curve
    early,early2,adapt-early_learn2.f32le,adapt-early_learn2.json,,,adapt-curve.csv
    early again,early2,adapt-early_learn2.f32le,adapt-early_learn2.json,early,early,adapt-curve.csv
    """;
  }

  private static void put(Map<String, Path> files, Path folder, String name, byte[] content)
      throws IOException {
    files.put(name, Files.write(folder.resolve("adapt-" + name), content));
  }

  /** The accuracy is .5 and a thousandth for each 1 among the digits. */
  private static String trainings() {
    StringBuilder text =
        new StringBuilder("folder,a1,a2,a3,timeleft1,timeleft2,timeleft3,total,acc\n");
    for (int i = 0; i < 64; i++) {
      List<Integer> actions = List.of(i / 16, i / 4 % 4, i % 4);
      long ones = actions.stream().filter(action -> action == 1).count();
      text.append(
          "early2,%d,%d,%d,330,319,308,400,%s\n"
              .formatted(actions.get(0), actions.get(1), actions.get(2), "0.50" + ones));
    }
    return text.toString();
  }

  private static String vocabulary() {
    List<String> members = new ArrayList<>();
    LAYERS.forEach(layer -> members.add("\"%s\": %d".formatted(layer, members.size() + 1)));
    return "{" + String.join(",", members) + "}";
  }

  private static Map<String, int[]> tensors() {
    Map<String, int[]> tensors = new LinkedHashMap<>();
    lstm(tensors, "encoder.encoder.", "", 16, 50);
    lstm(tensors, "encoder.encoder.", "_reverse", 16, 50);
    lstm(tensors, "decider.lstm.", "", 100, 16);
    dense(tensors, "decider.linear1.", 24, 128);
    dense(tensors, "decider.linear2.", 128, 128);
    dense(tensors, "decider.linear3.", 128, 4);
    return tensors;
  }

  private static void lstm(
      Map<String, int[]> tensors, String prefix, String suffix, int inputs, int cells) {
    tensors.put(prefix + "weight_ih_l0" + suffix, new int[] {4 * cells, inputs});
    tensors.put(prefix + "weight_hh_l0" + suffix, new int[] {4 * cells, cells});
    tensors.put(prefix + "bias_ih_l0" + suffix, new int[] {4 * cells});
    tensors.put(prefix + "bias_hh_l0" + suffix, new int[] {4 * cells});
  }

  private static void dense(Map<String, int[]> tensors, String prefix, int inputs, int outputs) {
    tensors.put(prefix + "weight", new int[] {outputs, inputs});
    tensors.put(prefix + "bias", new int[] {outputs});
  }
}

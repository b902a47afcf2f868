package org.limpid.adaptation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.trainings.ActionSequence;

/** Small files to learn from: network 2 or 3, an accuracy that pays for growth behind block 1. */
public final class MadeUp {
  private MadeUp() {}

  /** Writes trainings of some scenarios, the vocabulary and random embeddings. */
  public static LearningFiles write(Path folder, String... scenarios) throws IOException {
    return new LearningFiles(
        Files.write(folder.resolve("trainings.csv"), trainings(scenarios)),
        Files.writeString(folder.resolve("vocabulary.json"), vocabulary()),
        Files.write(folder.resolve("embeddings.f32le"), embeddings()));
  }

  /** All rows: an accuracy of .5 and a hundredth for each 1, a thousandth for the last action. */
  public static List<String> trainings(String... scenarios) {
    List<String> rows = new ArrayList<>();
    rows.add("folder,a1,a2,a3,timeleft1,timeleft2,timeleft3,total,acc");
    for (String scenario : scenarios) {
      for (ActionSequence each : ActionSequence.all()) {
        rows.add(
            "%s,%s,330.0,318.5,307.0,400,%s"
                .formatted(scenario, each.toString().replace(' ', ','), accuracy(each)));
      }
    }
    return rows;
  }

  private static String accuracy(ActionSequence sequence) {
    long ones = sequence.toString().chars().filter(digit -> digit == '1').count();
    return "0.5%d%d".formatted(ones, sequence.action(2));
  }

  /** Every layer that network 2 or 3 can have, numbered from 0. */
  public static String vocabulary() {
    Set<String> layers = new LinkedHashSet<>();
    for (Network network : List.of(Network.CONV_NET_2, Network.CONV_NET_3)) {
      network.deepened(0).deepened(1).deepened(2).layers().stream()
          .map(Layer::description)
          .forEach(layers::add);
    }
    List<String> members = new ArrayList<>();
    layers.forEach(layer -> members.add("\"%s\": %d".formatted(layer, members.size())));
    return "{\n" + String.join(",\n", members) + "\n}\n";
  }

  private static byte[] embeddings() {
    Random random = new Random(11);
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * 18 * 16).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.putFloat(random.nextFloat(-1, 1));
    }
    return bytes.array();
  }
}

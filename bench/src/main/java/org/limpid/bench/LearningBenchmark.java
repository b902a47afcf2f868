package org.limpid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.limpid.adaptation.learning.LearningRules;
import org.limpid.adaptation.learning.Reinforce;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.Training;
import org.limpid.data.generate.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One episode of learning how to grow network 2: three decisions and a step of Adam. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LearningBenchmark {
  private Reinforce learning;

  /** Draws embeddings, a policy, and accuracies that depend on the sequence only. */
  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("limpid-bench");
    try {
      RandomStream random = new RandomStream(1, 0);
      Embeddings embeddings = Embeddings.read(embeddings(folder.resolve("embeddings"), random));
      Vocabulary vocabulary = Vocabulary.read(vocabulary(folder.resolve("words")), embeddings);
      learning =
          new Reinforce(
              PolicyNetwork.draw(embeddings, random),
              vocabulary,
              scenario(),
              LearningRules.PUBLISHED);
    } finally {
      DataFolder.delete(folder);
    }
  }

  private static Path embeddings(Path file, RandomStream random) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * 18 * Embeddings.WIDTH).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.putFloat((float) (2 * random.uniform() - 1));
    }
    return Files.write(file, bytes.array());
  }

  private static Path vocabulary(Path file) throws IOException {
    Set<String> layers = new TreeSet<>();
    Network.CONV_NET_2.deepened(0).deepened(1).deepened(2).layers().stream()
        .map(Layer::description)
        .forEach(layers::add);
    StringBuilder json = new StringBuilder("{\"none\": 0");
    int number = 0;
    for (String layer : layers) {
      json.append(",\"%s\": %d".formatted(layer, ++number));
    }
    return Files.writeString(file, json.append("}"));
  }

  private static Scenario scenario() {
    return new Scenario(
        "early2",
        ActionSequence.all().stream()
            .map(each -> new Training(List.of(330.0, 318.0, 306.0), 400, .6 + each.index() * .002))
            .toList());
  }

  /** Draws three actions, and learns from what they reach. */
  @Benchmark
  public Reinforce.Outcome episode() {
    return learning.learn(1);
  }
}

package org.limpid.experiment.elasticflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.limpid.files.AtomicFiles;

/**
 * Throughput tables for those who have none of the artifact: an iteration takes the computing of
 * its batch split evenly over the GPUs, and an exchange that takes longer with every doubling of
 * GPUs, and longer still between nodes: seconds = batch x sample / n + exchange x log2(n) x (1, or
 * 1.5 beyond a node). Models and batch sizes are those of the artifact; the numbers are made up.
 */
final class GeneratedTables {
  /** GPUs of a node. */
  private static final int NODE = 8;

  private static final double BETWEEN_NODES = 1.5;

  /** Tables of the artifact have these columns. */
  private static final int MOST_GPUS = 64;

  private static final List<Law> LAWS =
      List.of(
          new Law("bert", List.of(64, 128), 2.2e-3, 20e-3),
          new Law("deepspeech2", List.of(32, 64), 10e-3, 12e-3),
          new Law("gpt2", List.of(128, 256), 1e-3, 9e-3),
          new Law("inception3", List.of(64, 128), 3.1e-3, 12e-3),
          new Law("resnet50", List.of(64, 128, 256), 2.1e-3, 7e-3),
          new Law("vgg16", List.of(64, 128, 256), 3e-3, 5e-3));

  private GeneratedTables() {}

  /**
   * A model.
   *
   * @param sampleSeconds computing of one sample on one GPU
   * @param exchangeSeconds of two GPUs with each other
   */
  private record Law(
      String model, List<Integer> batchSizes, double sampleSeconds, double exchangeSeconds) {
    double rate(int batchSize, int gpus) {
      double doublings = Math.log(gpus) / Math.log(2);
      double far = gpus > NODE ? BETWEEN_NODES : 1;
      return 1 / (batchSize * sampleSeconds / gpus + exchangeSeconds * doublings * far);
    }

    String table() {
      StringBuilder text = new StringBuilder("global_batch_size");
      for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
        text.append(',').append(gpus);
      }
      for (int batchSize : batchSizes) {
        text.append('\n').append(batchSize);
        for (int gpus = 1; gpus <= MOST_GPUS; gpus *= 2) {
          text.append(String.format(Locale.ROOT, ",%.6f", rate(batchSize, gpus)));
        }
      }
      return text.append('\n').toString();
    }
  }

  /** Writes a table per model into a folder, which is made if it is missing. */
  static void write(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw AtomicFiles.cannotWrite(folder, failure);
    }
    for (Law law : LAWS) {
      byte[] table = law.table().getBytes(StandardCharsets.UTF_8);
      AtomicFiles.write(folder.resolve(law.model() + ".csv"), out -> out.write(table));
    }
  }
}

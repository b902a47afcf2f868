package org.limpid.data.generate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A deep-learning model with its data, and the latent quantities from which its profiles follow.
 * Their values are made up by us: plausible for a GPU of 24 GiB, measured nowhere.
 *
 * <p>For a batch of b samples, with x = b / 64 and amp factors a = 1 without mixed precision:
 *
 * <ul>
 *   <li>time on the device per step: D = deviceMs x a_D (0.25 + 0.75 x), a_D = 0.6 with mixed
 *       precision: some kernels do not get shorter with the batch, and tensor cores do not speed up
 *       all of them;
 *   <li>time on the host that no kernel hides: H = hostMs, 1.05 H with mixed precision (casts);
 *   <li>speed = 1000 b / (D + H), samples per second;
 *   <li>GPU utilisation = 100 D / (D + H);
 *   <li>utilisation of the memory bandwidth = GPU utilisation x bandwidth, x 0.85 with mixed
 *       precision (half as many bytes, in a shorter time);
 *   <li>memory = 1,900 MiB of driver and framework + fixedMib + sampleMib b, the last x 0.6 with
 *       mixed precision (activations are half, weights and optimiser state are not).
 * </ul>
 *
 * @param mixedPrecision whether it is also trained with mixed precision
 * @param deviceMs time on the device of a step with 64 samples, milliseconds
 * @param hostMs time of a step that the device idles, milliseconds
 * @param bandwidth share of the memory bandwidth used while a kernel runs, 0..1
 * @param fixedMib memory for weights, gradients and optimiser state, MiB
 * @param sampleMib memory for the activations of one sample, MiB
 * @param latencySensitivity how much a step waits for a busy device although capacity is left, 0..1
 * @param popularity relative share of the tasks
 */
record ModelFamily(
    String name,
    String dataset,
    List<Integer> batchSizes,
    boolean mixedPrecision,
    double deviceMs,
    double hostMs,
    double bandwidth,
    double fixedMib,
    double sampleMib,
    double latencySensitivity,
    double popularity) {
  private static final double REFERENCE_BATCH = 64;
  private static final double CONTEXT_MIB = 1_900;

  /** Vision, language, recommendation, graphs, audio and reinforcement learning. */
  static final List<ModelFamily> ALL =
      List.of(
          family("ResNet20", "CIFAR-10", 32, 3, true, 6, 11, .45, 120, 6, .22, 12),
          family("ShuffleNetV2", "CIFAR-100", 32, 3, true, 7, 26, .30, 110, 5, .07, 14),
          family("MobileViT", "CIFAR-100", 32, 3, true, 10, 22, .40, 160, 9, .14, 11),
          family("EfficientNetLite", "Food-101", 32, 3, true, 34, 70, .50, 140, 21, .17, 10),
          family("ResNet101", "ImageNet", 32, 2, true, 170, 14, .75, 760, 96, .16, 3),
          family("ViT-S", "ImageNet", 64, 2, true, 96, 24, .60, 620, 48, .10, 4),
          family("UNet", "Cityscapes", 8, 2, false, 620, 60, .65, 480, 540, .12, 2),
          family("DistilBERT", "SST-2", 32, 2, true, 52, 34, .45, 1_100, 42, .22, 6),
          family("GPT2-S", "WikiText-103", 8, 2, false, 760, 25, .60, 2_300, 420, .14, 2),
          family("GRU", "IWSLT14", 64, 3, false, 20, 42, .55, 420, 22, .25, 5),
          family("WaveGlow", "LJSpeech", 16, 2, false, 260, 90, .50, 700, 150, .25, 3),
          family("DLRM", "Criteo", 128, 3, false, 0.9, 14, .30, 900, .4, .05, 9),
          family("GraphSAGE", "Reddit", 64, 3, false, 5, 48, .40, 1_500, 14, .04, 9),
          family("PointNet2", "ModelNet40", 16, 3, true, 30, 130, .50, 260, 48, .05, 9),
          family("DQN", "Breakout", 32, 3, false, 1.6, 14, .10, 40, .2, .01, 6),
          family("SAC", "HalfCheetah", 64, 3, false, 1.1, 12, .05, 30, .1, .01, 6));

  private static ModelFamily family(
      String name,
      String dataset,
      int smallestBatch,
      int batchCount,
      boolean mixedPrecision,
      double deviceMs,
      double hostMs,
      double bandwidth,
      double fixedMib,
      double sampleMib,
      double latencySensitivity,
      double popularity) {
    return new ModelFamily(
        name,
        dataset,
        IntStream.range(0, batchCount).mapToObj(i -> smallestBatch << i).toList(),
        mixedPrecision,
        deviceMs,
        hostMs,
        bandwidth,
        fixedMib,
        sampleMib,
        latencySensitivity,
        popularity);
  }

  double deviceMs(int batchSize, boolean amp) {
    return deviceMs * (amp ? 0.6 : 1) * (0.25 + 0.75 * batchSize / REFERENCE_BATCH);
  }

  double hostMs(boolean amp) {
    return hostMs * (amp ? 1.05 : 1);
  }

  double samplesPerSecond(int batchSize, boolean amp) {
    return 1_000 * batchSize / (deviceMs(batchSize, amp) + hostMs(amp));
  }

  double gpuUtilPercent(int batchSize, boolean amp) {
    double device = deviceMs(batchSize, amp);
    return 100 * device / (device + hostMs(amp));
  }

  double memoryUtilPercent(int batchSize, boolean amp) {
    return gpuUtilPercent(batchSize, amp) * bandwidth * (amp ? 0.85 : 1);
  }

  double memoryMib(int batchSize, boolean amp) {
    return CONTEXT_MIB + fixedMib + sampleMib * batchSize * (amp ? 0.6 : 1);
  }
}

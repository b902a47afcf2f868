package org.limpid.data.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The most GPUs that the artifact of ElasticFlow gives a job under its elastic schedulers, by GPU
 * type, model and global batch size ({@code max_gpu} of {@code ef} and {@code ef-accessctrl}).
 */
enum ElasticLimits {
  /** 16 nodes of 8 A100 in the paper. */
  A100(Set.of("gpt2", "inception3", "resnet50", "resnet50_cifar10", "vgg16")) {
    @Override
    int most(String model, int batchSize) {
      return switch (model + "/" + batchSize) {
        case "bert/64" -> 8;
        case "gpt2/128", "inception3/64" -> 16;
        case "gpt2/256", "inception3/128", "resnet50/64", "vgg16/64" -> 32;
        default ->
            switch (model) {
              case "bert" -> 16;
              case "deepspeech2" -> batchSize;
              default -> Math.min(batchSize, LARGEST);
            };
      };
    }
  },

  /** 16 nodes of 4 T4, of the comparison with Pollux. */
  T4(Set.of("cifar10", "imagenet", "ncf", "yolov3")) {
    @Override
    int most(String model, int batchSize) {
      return switch (model) {
        case "bert", "cifar10" -> 16;
        case "deepspeech2" -> batchSize == 320 ? 32 : LARGEST;
        case "yolov3" -> 4;
        case "ncf" -> 1;
        default -> LARGEST;
      };
    }
  };

  /** No table of the artifact goes further. */
  private static final int LARGEST = 64;

  private final Set<String> ownModels;

  ElasticLimits(Set<String> ownModels) {
    this.ownModels = ownModels;
  }

  /** Most GPUs of a job, at least 1. */
  abstract int most(String model, int batchSize);

  /** The type whose tables these are, if they have models that were measured on one type only. */
  static Optional<ElasticLimits> of(Set<String> models) {
    List<ElasticLimits> types =
        List.of(values()).stream()
            .filter(type -> models.stream().anyMatch(type.ownModels::contains))
            .toList();
    return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
  }

  /** The types by their names. */
  static Map<String, ElasticLimits> byName() {
    Map<String, ElasticLimits> types = new LinkedHashMap<>();
    List.of(values()).forEach(type -> types.put(type.name(), type));
    return types;
  }
}

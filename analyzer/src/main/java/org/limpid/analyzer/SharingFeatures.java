package org.limpid.analyzer;

import java.util.Map;
import java.util.Optional;

/** What the columns of models of sharing are, in words for figures. */
public final class SharingFeatures {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("amp", "mixed precision"),
          Map.entry("gpu_util", "GPU utilisation"),
          Map.entry("gmem_util", "memory utilisation"),
          Map.entry("gmem", "GPU memory"),
          Map.entry("own_gpu_util", "own GPU utilisation"),
          Map.entry("own_gmem_util", "own memory utilisation"),
          Map.entry("other_gpu_util", "other's GPU utilisation"),
          Map.entry("other_gmem_util", "other's memory utilisation"),
          Map.entry("sum_gpu_util", "both GPU utilisations"),
          Map.entry("sum_gmem_util", "both memory utilisations"));

  private SharingFeatures() {}

  /** What a column is, in a few words; empty if models of sharing have no such column. */
  public static Optional<String> words(String column) {
    return Optional.ofNullable(WORDS.get(column));
  }
}

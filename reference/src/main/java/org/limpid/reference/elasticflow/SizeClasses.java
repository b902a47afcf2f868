package org.limpid.reference.elasticflow;

import java.util.Arrays;

/** The numbers of GPUs that the artifact can place. */
final class SizeClasses {
  private static final int[] ASCENDING = {
    1, 2, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64, 72, 88, 128, 256
  };

  private SizeClasses() {}

  static int count() {
    return ASCENDING.length;
  }

  /** GPUs of a class. */
  static int gpus(int index) {
    return ASCENDING[index];
  }

  /** The class of exactly so many GPUs; negative if there is none. */
  static int of(int gpus) {
    return Arrays.binarySearch(ASCENDING, gpus);
  }

  /** The largest class that some GPUs can be divided into. */
  static int dividing(int gpus) {
    int index = ASCENDING.length - 1;
    while (ASCENDING[index] > gpus || gpus % ASCENDING[index] != 0) {
      index--;
    }
    return index;
  }
}

package org.limpid.adaptation.network;

/**
 * The shape of what goes from one layer to the next.
 *
 * @param channels how many numbers each pixel has
 * @param height pixels
 * @param width pixels
 */
public record Shape(int channels, int height, int width) {
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "expected at least one number, found %d x %d x %d".formatted(channels, height, width));
    }
  }

  /** How many numbers there are. */
  public int size() {
    return channels * height * width;
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException if it has another number of channels
   */
  Shape requireChannels(int expected) {
    if (channels != expected) {
      throw new IllegalArgumentException(
          "expected %d channels, found %d".formatted(expected, channels));
    }
    return this;
  }
}

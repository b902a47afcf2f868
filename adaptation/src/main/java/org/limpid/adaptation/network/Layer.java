package org.limpid.adaptation.network;

/**
 * One layer of a network. Its description is the text that PyTorch prints for it, as the policy
 * knows layers by this text.
 */
public sealed interface Layer {
  /** The layer as PyTorch prints it. */
  String description();

  /** How many numbers of it are trained. */
  int parameterCount();

  /**
   * The shape of what comes out.
   *
   * @param shape of what goes in
   * @throws IllegalArgumentException if that does not fit the layer
   */
  Shape shapeAfter(Shape shape);

  /**
   * A convolution of square kernels in steps of 1, with a bias.
   *
   * @param inputs channels that come in
   * @param outputs channels that go out
   * @param kernel width and height of the kernel
   * @param padding zeros at each edge of the image
   */
  record Convolution(int inputs, int outputs, int kernel, int padding) implements Layer {
    @Override
    public String description() {
      String padded = padding == 0 ? "" : ", padding=(%d, %d)".formatted(padding, padding);
      return "Conv2d(%d, %d, kernel_size=(%d, %d), stride=(1, 1)%s)"
          .formatted(inputs, outputs, kernel, kernel, padded);
    }

    @Override
    public int parameterCount() {
      return outputs * (inputs * kernel * kernel + 1);
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      int lost = kernel - 1 - 2 * padding;
      shape.requireChannels(inputs);
      return new Shape(outputs, shape.height() - lost, shape.width() - lost);
    }
  }

  /** A normalisation over the images of a batch: a scale and a shift per channel. */
  record BatchNormalization(int channels) implements Layer {
    /** Added to a variance before it is divided by, as PyTorch does by default. */
    public static final double EPSILON = 1e-5;

    @Override
    public String description() {
      return "BatchNorm2d(%d, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)"
          .formatted(channels);
    }

    @Override
    public int parameterCount() {
      return 2 * channels;
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      return shape.requireChannels(channels);
    }
  }

  /** The positive part of each number. */
  record Rectifier() implements Layer {
    @Override
    public String description() {
      return "ReLU()";
    }

    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      return shape;
    }
  }

  /** The mean of each square of so many pixels. */
  record AveragePool(int size) implements Layer {
    @Override
    public String description() {
      return "AvgPool2d(kernel_size=(%d, %d), stride=(%d, %d), padding=0)"
          .formatted(size, size, size, size);
    }

    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      return new Shape(shape.channels(), shape.height() / size, shape.width() / size);
    }
  }

  /** The mean of all pixels of each channel. */
  record GlobalAveragePool() implements Layer {
    @Override
    public String description() {
      return "AdaptiveAvgPool2d(output_size=(1, 1))";
    }

    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      return new Shape(shape.channels(), 1, 1);
    }
  }

  /** A matrix of outputs x inputs, with a bias. */
  record Linear(int inputs, int outputs) implements Layer {
    @Override
    public String description() {
      return "Linear(in_features=%d, out_features=%d, bias=True)".formatted(inputs, outputs);
    }

    @Override
    public int parameterCount() {
      return outputs * (inputs + 1);
    }

    @Override
    public Shape shapeAfter(Shape shape) {
      shape.requireChannels(inputs);
      if (shape.size() != inputs) {
        throw new IllegalArgumentException("expected one pixel, found " + shape);
      }
      return new Shape(outputs, 1, 1);
    }
  }
}

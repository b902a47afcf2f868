package org.limpid.adaptation.growth;

import org.limpid.adaptation.network.Layer.AveragePool;
import org.limpid.adaptation.network.Layer.BatchNormalization;
import org.limpid.adaptation.network.Layer.Convolution;
import org.limpid.adaptation.network.Layer.GlobalAveragePool;
import org.limpid.adaptation.network.Layer.Linear;
import org.limpid.adaptation.network.Layer.Rectifier;
import org.limpid.adaptation.network.Shape;

/** What layers make of an image, in double precision, as PyTorch does when nothing is trained. */
final class ForwardPass {
  private ForwardPass() {}

  /**
   * The output of a layer.
   *
   * @param image channel by channel, row by row
   */
  static double[] run(LayerWeights weights, Shape shape, double[] image) {
    Shape after = weights.layer().shapeAfter(shape);
    return switch (weights.layer()) {
      case Convolution layer -> convolve(layer, weights, shape, after, image);
      case BatchNormalization _ -> normalise(weights, shape, image);
      case Rectifier _ -> rectify(image);
      case AveragePool(int size) -> pool(shape, after, size, size, image);
      case GlobalAveragePool _ -> pool(shape, after, shape.height(), shape.width(), image);
      case Linear layer -> multiply(layer, weights, image);
    };
  }

  private static double[] convolve(
      Convolution layer, LayerWeights weights, Shape shape, Shape after, double[] image) {
    double[] output = new double[after.size()];
    for (int i = 0; i < output.length; i++) {
      int channel = i / (after.height() * after.width());
      int row = i / after.width() % after.height() - layer.padding();
      int column = i % after.width() - layer.padding();
      double sum = weights.biases()[channel];
      for (int input = 0; input < layer.inputs(); input++) {
        sum += kernel(layer, weights, channel, input, shape, row, column, image);
      }
      output[i] = sum;
    }
    return output;
  }

  /** One kernel at one place; beyond the edges everything is zero. */
  private static double kernel(
      Convolution layer,
      LayerWeights weights,
      int channel,
      int input,
      Shape shape,
      int row,
      int column,
      double[] image) {
    int kernel = layer.kernel();
    int first = (channel * layer.inputs() + input) * kernel * kernel;
    double sum = 0;
    for (int k = 0; k < kernel * kernel; k++) {
      int y = row + k / kernel;
      int x = column + k % kernel;
      if (y >= 0 && y < shape.height() && x >= 0 && x < shape.width()) {
        sum +=
            weights.weights()[first + k] * image[(input * shape.height() + y) * shape.width() + x];
      }
    }
    return sum;
  }

  private static double[] normalise(LayerWeights weights, Shape shape, double[] image) {
    double[] output = new double[image.length];
    for (int i = 0; i < output.length; i++) {
      int channel = i / (shape.height() * shape.width());
      double root = StrictMath.sqrt(weights.variances()[channel] + BatchNormalization.EPSILON);
      output[i] =
          (image[i] - weights.means()[channel]) / root * weights.weights()[channel]
              + weights.biases()[channel];
    }
    return output;
  }

  private static double[] rectify(double[] image) {
    double[] output = new double[image.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.max(0, image[i]);
    }
    return output;
  }

  private static double[] pool(Shape shape, Shape after, int height, int width, double[] image) {
    double[] output = new double[after.size()];
    for (int i = 0; i < output.length; i++) {
      int channel = i / (after.height() * after.width());
      int row = i / after.width() % after.height() * height;
      int column = i % after.width() * width;
      double sum = 0;
      for (int k = 0; k < height * width; k++) {
        int y = row + k / width;
        sum += image[(channel * shape.height() + y) * shape.width() + column + k % width];
      }
      output[i] = sum / (height * width);
    }
    return output;
  }

  private static double[] multiply(Linear layer, LayerWeights weights, double[] image) {
    double[] output = weights.biases().clone();
    for (int row = 0; row < output.length; row++) {
      for (int k = 0; k < layer.inputs(); k++) {
        output[row] += weights.weights()[row * layer.inputs() + k] * image[k];
      }
    }
    return output;
  }
}

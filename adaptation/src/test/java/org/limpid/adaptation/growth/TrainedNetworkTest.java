package org.limpid.adaptation.growth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.network.Layer.AveragePool;
import org.limpid.adaptation.network.Layer.BatchNormalization;
import org.limpid.adaptation.network.Layer.Convolution;
import org.limpid.adaptation.network.Layer.Linear;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.network.Shape;
import org.limpid.data.generate.RandomStream;

final class TrainedNetworkTest {
  private static final Shape IMAGE = new Shape(3, 8, 8);

  private static TrainedNetwork network(int number) {
    return TrainedNetwork.draw(
        number == 2 ? Network.CONV_NET_2 : Network.CONV_NET_3, new RandomStream(number, 0));
  }

  private static double[] image(int seed) {
    RandomStream random = new RandomStream(seed, 1);
    double[] image = new double[IMAGE.size()];
    Arrays.setAll(image, _ -> 2 * random.uniform() - 1);
    return image;
  }

  private static TrainedNetwork grown(TrainedNetwork network, String actions, IdentityForm form) {
    TrainedNetwork grown = network;
    for (String action : actions.split(" ")) {
      grown = grown.deepened(Integer.parseInt(action), form);
    }
    return grown;
  }

  /** How far outputs lie apart at most, as a part of the largest. */
  private static double apart(int number, String actions, IdentityForm form) {
    TrainedNetwork network = network(number);
    TrainedNetwork grown = grown(network, actions, form);
    double apart = 0;
    for (int seed = 0; seed < 2; seed++) {
      double[] before = network.run(IMAGE, image(seed));
      double[] after = grown.run(IMAGE, image(seed));
      double largest = Arrays.stream(before).map(Math::abs).max().orElseThrow();
      assertTrue(largest > 0.01, "the network says something");
      for (int i = 0; i < before.length; i++) {
        apart = Math.max(apart, Math.abs(after[i] - before[i]) / largest);
      }
    }
    return apart;
  }

  /** By rounding only: much less than the 1e-6 that is asked for. */
  @ParameterizedTest
  @CsvSource({"2, 0 0 0", "2, 1 2 3", "2, 2 2 2", "2, 0 1 2", "3, 1 1 0", "3, 1 2 3"})
  void growthKeepsTheFunction(int number, String actions) {
    assertEquals(0, apart(number, actions, IdentityForm.KEEPING), 1e-12);
  }

  /** Each of three blocks divides by the root of 1.00001: about 1.5e-5 less in all. */
  @Test
  void thePublishedGrowthChangesALittle() {
    double apart = apart(2, "1 1 1", IdentityForm.PUBLISHED);
    assertTrue(apart > 1e-6 && apart < 1e-4, () -> "" + apart);
    assertEquals(0, apart(2, "2 2 2", IdentityForm.PUBLISHED), 1e-12, "a matrix has none");
  }

  @Test
  void grownNetworksHaveTheLayersOfTheirKind() {
    TrainedNetwork network = network(2);
    assertEquals(
        Network.CONV_NET_2.deepened(0).deepened(0),
        grown(network, "0 0", IdentityForm.KEEPING).network());
    assertSame(network, network.deepened(3, IdentityForm.KEEPING));
    assertThrows(IndexOutOfBoundsException.class, () -> network.deepened(4, IdentityForm.KEEPING));
    assertThrows(IllegalArgumentException.class, () -> network.run(IMAGE, new double[7]));
    assertThrows(
        IllegalArgumentException.class, () -> network.run(new Shape(2, 8, 8), new double[128]));
  }

  /** A kernel (1 2 / 3 4) with bias 10 at nine places over (1 2 / 3 4) with zeros around it. */
  @Test
  void convolutionByHand() {
    LayerWeights weights =
        LayerWeights.trained(
            new Convolution(1, 1, 2, 1), new double[] {1, 2, 3, 4}, new double[] {10});
    assertArrayEquals(
        new double[] {
          10 + 4 * 1,
          10 + 3 * 1 + 4 * 2,
          10 + 3 * 2,
          10 + 2 * 1 + 4 * 3,
          10 + 1 * 1 + 2 * 2 + 3 * 3 + 4 * 4,
          10 + 1 * 2 + 3 * 4,
          10 + 2 * 3,
          10 + 1 * 3 + 2 * 4,
          10 + 1 * 4
        },
        ForwardPass.run(weights, new Shape(1, 2, 2), new double[] {1, 2, 3, 4}));
  }

  /** (3 - 1) / sqrt(4 + 1e-5) x 2 + 5; the mean of 1 2 / 5 6 is 3.5; 1 x 3 + 2 x 4 + 5 = 16. */
  @Test
  void otherLayersByHand() {
    LayerWeights normalisation =
        new LayerWeights(
            new BatchNormalization(1),
            new double[] {2},
            new double[] {5},
            new double[] {1},
            new double[] {4});
    assertEquals(
        2 / Math.sqrt(4.00001) * 2 + 5,
        ForwardPass.run(normalisation, new Shape(1, 1, 1), new double[] {3})[0],
        1e-15);
    LayerWeights pool = LayerWeights.untrained(new AveragePool(2));
    assertArrayEquals(
        new double[] {3.5},
        ForwardPass.run(pool, new Shape(1, 3, 3), new double[] {1, 2, 9, 5, 6, 9, 9, 9, 9}));
    LayerWeights matrix =
        LayerWeights.trained(new Linear(2, 1), new double[] {1, 2}, new double[] {5});
    assertArrayEquals(
        new double[] {16}, ForwardPass.run(matrix, new Shape(2, 1, 1), new double[] {3, 4}));
  }
}

package org.limpid.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NetworksTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    manager = Torch.engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private long weights(NetworkSettings settings) {
    return Networks.weights(Networks.initialised(settings, manager)).stream()
        .mapToLong(array -> array.length)
        .sum();
  }

  private float[] of(Block network, NDArray input) {
    return network
        .forward(new ParameterStore(manager, false), new NDList(input), false)
        .head()
        .toFloatArray();
  }

  /**
   * The transformer of the artifact. Into the width of 512: 42 x 512 + 512 = 22,016. A layer: four
   * linear maps of the attention, 4 (512 x 512 + 512) = 1,050,624; forward 512 x 128 + 128 + 128 x
   * 512 + 512 = 131,712; two norms with two weights for each of 512, 2,048; in sum 1,184,384. The
   * end: 144 x 512 + 1 = 73,729. With two layers 22,016 + 2 x 1,184,384 + 73,729 = 2,464,513.
   */
  @Test
  void theTransformerOfTheArtifactHasItsWeights() {
    assertEquals(2_464_513, weights(LearnerSettings.artifactTransformer().network()));
  }

  /**
   * Two experts of two states of three numbers, width 4, one layer, forward 5. An expert: 3 x 4 + 4
   * = 16; 4 (4 x 4 + 4) = 80; 4 x 5 + 5 + 5 x 4 + 4 = 49; 2 x 2 x 4 = 16; 2 x 4 + 1 = 9; in sum
   * 170. The gate: 6 x 32 + 32 = 224 and 32 x 2 + 2 = 66.
   */
  @Test
  void aMixtureHasTheWeightsOfItsExpertsAndItsGate() {
    assertEquals(2 * 170 + 224 + 66, weights(new NetworkSettings(2, 3, 2, 1, 2, 4, 5, 0.1)));
  }

  @Test
  void aWindowBecomesANumber() {
    for (int experts : List.of(1, 3)) {
      NetworkSettings settings = new NetworkSettings(4, 3, experts, 2, 2, 6, 5, 0.1);
      Block network = Networks.initialised(settings, manager);
      assertEquals(7, of(network, manager.ones(new Shape(7, 4, 3))).length);
      assertEquals(new Shape(7, 1), network.getOutputShapes(new Shape[] {new Shape(7, 4, 3)})[0]);
    }
  }

  private static void fill(Block block, float value, String part) {
    for (Pair<String, Parameter> pair : block.getParameters()) {
      if (pair.getKey().contains(part) && pair.getValue().requiresGradient()) {
        int size = (int) pair.getValue().getArray().size();
        Networks.put(pair.getValue(), filled(value, size));
      }
    }
  }

  private static float[] filled(float value, int count) {
    float[] all = new float[count];
    Arrays.fill(all, value);
    return all;
  }

  /**
   * Attention and forward part that make 0 of everything: (1, 3) has the mean 2 and the deviation
   * 1, so that it is (-1, 1) after the first norm and stays so after the second; (10, 10) has no
   * deviation and becomes (0, 0). The norm is that of a state, not of the batch.
   */
  @Test
  void aLayerNormalisesEachState() {
    EncoderBlock layer = new EncoderBlock(new NetworkSettings(2, 2, 1, 1, 1, 2, 3, 0.1));
    layer.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 2));
    fill(layer, 0, "attention_");
    fill(layer, 0, "feedForward_");
    float[] made = of(layer, manager.create(new float[] {1, 3, 10, 10}, new Shape(1, 2, 2)));
    assertArrayEquals(new float[] {-1, 1, 0, 0}, made, 1e-4f);
  }

  /**
   * Experts that say 1 and 3 whatever they see. A gate of zeros weighs them alike: 2. With ln 3 and
   * 0 as its last biases it weighs them 3 to 1: 3/4 x 1 + 1/4 x 3 = 1.5.
   */
  @Test
  void theGateWeighsTheExperts() {
    MixtureBlock mixture = new MixtureBlock(new NetworkSettings(2, 3, 2, 1, 1, 4, 5, 0.1));
    mixture.initialize(manager, DataType.FLOAT32, new Shape(1, 2, 3));
    fill(mixture, 0, "");
    set(mixture.experts().get(0), 1);
    set(mixture.experts().get(1), 3);
    NDArray window = manager.ones(new Shape(1, 2, 3));
    assertArrayEquals(new float[] {2}, of(mixture, window), 1e-6f);
    Networks.put(Networks.parameters(mixture).getLast(), (float) Math.log(3), 0);
    assertArrayEquals(new float[] {1.5f}, of(mixture, window), 1e-6f);
  }

  private static void set(Block expert, float bias) {
    Networks.put(Networks.parameters(expert).getLast(), bias);
  }

  @Test
  void weightsOfOtherSizesAreRefused() {
    NetworkSettings settings = new NetworkSettings(2, 3, 1, 1, 1, 4, 5, 0.1);
    List<float[]> weights =
        Networks.weights(
            Networks.initialised(new NetworkSettings(2, 3, 1, 1, 1, 6, 5, 0.1), manager));
    assertThrows(
        IllegalArgumentException.class, () -> Networks.withWeights(settings, weights, manager));
    assertThrows(
        IllegalArgumentException.class,
        () -> Networks.withWeights(settings, weights.subList(0, 3), manager));
  }

  @Test
  void headsDivideTheWidth() {
    assertThrows(
        IllegalArgumentException.class, () -> new NetworkSettings(2, 3, 1, 1, 2, 5, 5, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new NetworkSettings(2, 3, 1, 1, 1, 5, 5, 1));
  }
}

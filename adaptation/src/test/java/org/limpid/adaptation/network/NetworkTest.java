package org.limpid.adaptation.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkTest {
  @Test
  void parametersOfThePublishedNetworks() {
    assertEquals(10_602, Network.CONV_NET_2.parameterCount());
    assertEquals(20_778, Network.CONV_NET_3.parameterCount());
  }

  /** The logs of the artifact have these counts. */
  @ParameterizedTest
  @CsvSource({
    "2, 0 0 0, 19914 29226 38538",
    "2, 1 2 3, 19914 20024 20024",
    "2, 2 2 2, 10712 10822 10932",
    "3, 0 0 0, 57834 94890 131946",
    "3, 1 2 3, 30090 30200 30200"
  })
  void parametersAfterEachAction(int number, String actions, String counts) {
    Network network = number == 2 ? Network.CONV_NET_2 : Network.CONV_NET_3;
    List<Integer> found =
        Stream.of(actions.split(" "))
            .map(Integer::valueOf)
            .gather(Gatherers.scan(() -> network, (grown, action) -> grown.deepened(action)))
            .map(Network::parameterCount)
            .toList();
    assertEquals(Stream.of(counts.split(" ")).map(Integer::valueOf).toList(), found);
  }

  @Test
  void theNewBlockStandsBehindItsOriginal() {
    Network grown = Network.CONV_NET_2.deepened(1).deepened(0);
    assertEquals(
        List.of(
            "Conv2d(3, 32, kernel_size=(3, 3), stride=(1, 1))",
            "Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))",
            "AvgPool2d(kernel_size=(2, 2), stride=(2, 2), padding=0)",
            "Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1))",
            "Conv2d(32, 32, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))",
            "AdaptiveAvgPool2d(output_size=(1, 1))",
            "Linear(in_features=32, out_features=10, bias=True)"),
        grown.layers().stream()
            .map(Layer::description)
            .filter(text -> !text.startsWith("Batch") && !text.startsWith("ReLU"))
            .toList());
  }

  @Test
  void addedBlocksAreNoActions() {
    Network grown = Network.CONV_NET_3.deepened(2);
    assertEquals(4, grown.actionCount());
    assertSame(grown, grown.deepened(3));
    assertThrows(IndexOutOfBoundsException.class, () -> grown.deepened(4));
  }

  /**
   * An image of 3 x 32 x 32: a kernel of 3 takes two pixels away, pooling halves them, and the
   * block that is added behind the second one keeps them.
   */
  @Test
  void shapesOfEachLayer() {
    List<Shape> shapes = Network.CONV_NET_2.deepened(1).shapes(new Shape(3, 32, 32));
    Shape first = new Shape(32, 30, 30);
    Shape second = new Shape(32, 13, 13);
    Shape last = new Shape(10, 1, 1);
    assertEquals(
        List.of(
            first,
            first,
            first,
            new Shape(32, 15, 15),
            second,
            second,
            second,
            second,
            second,
            second,
            new Shape(32, 1, 1),
            last,
            last),
        shapes);
    assertEquals(10, Network.CONV_NET_3.shapes(new Shape(3, 32, 32)).getLast().channels());
    assertThrows(
        IllegalArgumentException.class, () -> Network.CONV_NET_2.shapes(new Shape(1, 32, 32)));
    assertThrows(
        IllegalArgumentException.class, () -> Network.CONV_NET_2.shapes(new Shape(3, 2, 2)));
  }

  /** Behind the second block of network 2 stand 3 + 1 + 3 layers. */
  @Test
  void layersBeforeTheNewBlock() {
    assertEquals(7, Network.CONV_NET_2.layersBefore(1));
    assertEquals(3, Network.CONV_NET_2.deepened(1).layersBefore(0));
    assertThrows(IndexOutOfBoundsException.class, () -> Network.CONV_NET_2.layersBefore(3));
  }
}

package org.limpid.adaptation.network;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.network.Layer.AveragePool;
import org.limpid.adaptation.network.Layer.GlobalAveragePool;

/**
 * A network that can be made deeper: blocks with poolings between them. Immutable.
 *
 * @param parts in the order in which they compute
 */
public record Network(List<Part> parts) {
  /**
   * The smaller published network, with 10,602 parameters: its images are averaged over 2 x 2
   * pixels between two convolutions of 32 channels.
   */
  public static final Network CONV_NET_2 =
      new Network(
          List.of(
              Block.convolutional(3, 32),
              new Pooling(new AveragePool(2)),
              Block.convolutional(32, 32),
              new Pooling(new GlobalAveragePool()),
              Block.dense(32, 10)));

  /** The wider published network, with 20,778 parameters and no pooling before the last one. */
  public static final Network CONV_NET_3 =
      new Network(
          List.of(
              Block.convolutional(3, 64),
              Block.convolutional(64, 32),
              new Pooling(new GlobalAveragePool()),
              Block.dense(32, 10)));

  public Network {
    parts = List.copyOf(parts);
  }

  /** A piece of a network that a block can't be put into. */
  public sealed interface Part permits Block, Pooling {
    /** Its layers, in the order in which they compute. */
    List<Layer> layers();
  }

  /** A pooling between blocks. */
  public record Pooling(Layer layer) implements Part {
    @Override
    public List<Layer> layers() {
      return List.of(layer);
    }
  }

  /** How many actions there are: one for each block of the network at first, and to do nothing. */
  public int actionCount() {
    return originals().size() + 1;
  }

  /**
   * The network after an action: with a new block right behind original block {@code action}, which
   * at first hands on what comes in; the same network for the last action, to do nothing.
   *
   * @throws IndexOutOfBoundsException if there is no such action
   */
  public Network deepened(int action) {
    List<Integer> originals = originals();
    if (action == originals.size()) {
      return this;
    }
    int position = originals.get(action);
    List<Part> grown = new ArrayList<>(parts);
    grown.add(position + 1, ((Block) parts.get(position)).identity());
    return new Network(grown);
  }

  /**
   * How many layers stand before the block that an action adds.
   *
   * @throws IndexOutOfBoundsException if there is no such action, or it adds none
   */
  public int layersBefore(int action) {
    return parts.subList(0, originals().get(action) + 1).stream()
        .mapToInt(part -> part.layers().size())
        .sum();
  }

  /**
   * The shape of what comes out of each layer, in their order.
   *
   * @param image shape of what goes into the first
   * @throws IllegalArgumentException if that does not fit
   */
  public List<Shape> shapes(Shape image) {
    List<Shape> shapes = new ArrayList<>();
    for (Layer layer : layers()) {
      shapes.add(layer.shapeAfter(shapes.isEmpty() ? image : shapes.getLast()));
    }
    return shapes;
  }

  /** Positions of the blocks that the network had at first. */
  private List<Integer> originals() {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Block block && block.original()) {
        positions.add(i);
      }
    }
    return positions;
  }

  /** All layers, in the order in which they compute. */
  public List<Layer> layers() {
    return parts.stream().flatMap(part -> part.layers().stream()).toList();
  }

  /** How many numbers are trained. */
  public int parameterCount() {
    return layers().stream().mapToInt(Layer::parameterCount).sum();
  }
}

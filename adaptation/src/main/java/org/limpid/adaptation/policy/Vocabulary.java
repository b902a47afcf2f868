package org.limpid.adaptation.policy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Network;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonSection;

/**
 * Which identifier of the {@link Embeddings} each kind of layer has. Several kinds may share one,
 * as in the published vocabulary.
 */
public final class Vocabulary {
  private final Path file;
  private final Map<String, Integer> identifiers;

  private Vocabulary(Path file, Map<String, Integer> identifiers) {
    this.file = file;
    this.identifiers = identifiers;
  }

  /**
   * Reads a vocabulary: a JSON object of identifiers by the {@link Layer#description} of layers.
   *
   * @param embeddings has a row for each identifier
   * @throws DataException if the file can't be read, or an identifier has no row
   */
  public static Vocabulary read(Path file, Embeddings embeddings) {
    return new Vocabulary(
        file,
        JsonSection.read(
            file,
            section -> {
              Map<String, Integer> read = new LinkedHashMap<>();
              for (String name : section.names()) {
                read.put(name, (int) section.wholeNumber(name, 0, embeddings.rows() - 1));
              }
              return read;
            }));
  }

  /**
   * The identifiers of the layers of a network, in its order.
   *
   * @throws DataException if the vocabulary lacks a layer
   */
  public int[] identifiers(Network network) {
    return network.layers().stream().mapToInt(this::identifier).toArray();
  }

  /** All identifiers, by the descriptions of their layers, in the order of the file. */
  public Map<String, Integer> identifiers() {
    return Collections.unmodifiableMap(identifiers);
  }

  /**
   * The identifier of a layer.
   *
   * @throws DataException if the vocabulary lacks it
   */
  public int identifier(Layer layer) {
    Integer identifier = identifiers.get(layer.description());
    if (identifier == null) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected the layer '%s'".formatted(layer.description()),
              ClosestName.hint(layer.description(), List.copyOf(identifiers.keySet()))));
    }
    return identifier;
  }
}

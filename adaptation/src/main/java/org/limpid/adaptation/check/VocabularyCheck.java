package org.limpid.adaptation.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.limpid.adaptation.network.Layer;
import org.limpid.adaptation.network.Network;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.files.DataException;
import org.limpid.files.Problems;

/** Whether a vocabulary knows all layers that can come up, and tells them apart. */
final class VocabularyCheck {
  private VocabularyCheck() {}

  /** Notes layers of the networks of some scenarios, grown in any way, that are missing. */
  static void check(Vocabulary vocabulary, List<Scenario> scenarios, Problems problems) {
    Set<Layer> layers = new LinkedHashSet<>();
    scenarios.stream()
        .map(Scenario::network)
        .distinct()
        .forEach(network -> addAll(network, layers));
    for (Layer layer : layers) {
      try {
        vocabulary.identifier(layer);
      } catch (DataException e) {
        problems.addAll(e);
      }
    }
  }

  /** Growing twice behind the same block brings the same layers again. */
  private static void addAll(Network network, Set<Layer> layers) {
    Network grown = network;
    for (int action = 0; action < network.actionCount(); action++) {
      grown = grown.deepened(action);
    }
    layers.addAll(grown.layers());
  }

  /** Identifiers that layers share, and rows of embeddings that no layer has. */
  static List<String> warnings(Vocabulary vocabulary, Embeddings embeddings) {
    Map<Integer, List<String>> layers = new TreeMap<>();
    vocabulary
        .identifiers()
        .forEach(
            (layer, number) -> layers.computeIfAbsent(number, _ -> new ArrayList<>()).add(layer));
    List<String> warnings = new ArrayList<>();
    layers.forEach((number, names) -> {
      if (names.size() > 1) {
        warnings.add(shared(number, names));
      }
    });
    int unused = embeddings.rows() - layers.size();
    if (unused > 0) {
      warnings.add(
          "%d of %d rows of embeddings belong to no layer.".formatted(unused, embeddings.rows()));
    }
    return warnings;
  }

  private static String shared(int number, List<String> names) {
    return "The policy can't tell these layers apart, as all have the identifier %d: %s."
        .formatted(number, String.join("; ", names));
  }
}

package org.limpid.data.importer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * How many nodes virtual clusters have, as an option says.
 *
 * @param byName in the order of the option; the name is empty where it gives a mere number
 */
record NodeSizes(Map<String, Integer> byName) {
  private static final String OPTION = "--nodes";

  /**
   * Reads {@code prod=4,research=4}, or {@code 8} for the only virtual cluster.
   *
   * @throws DataException if it is neither
   */
  static NodeSizes parse(String text) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    if (text.strip().matches("\\d+")) {
      sizes.put("", number(text.strip()));
    } else {
      NamePairs.parse(OPTION, text).forEach((name, nodes) -> sizes.put(name, number(nodes)));
    }
    return new NodeSizes(sizes);
  }

  private static int number(String text) {
    int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > ClusterDescription.MAX_NODES) {
      throw refused(
          "expected 1 to %,d nodes, found '%s'".formatted(ClusterDescription.MAX_NODES, text), "");
    }
    return number;
  }

  private static DataException refused(String message, String hint) {
    return new DataException(Problem.of(OPTION, message, hint));
  }

  /** The name of the only virtual cluster; empty if there are several, or it has none. */
  Optional<String> onlyName() {
    return Optional.of(byName.keySet().iterator().next())
        .filter(name -> byName.size() == 1 && !name.isEmpty());
  }

  /**
   * Nodes by virtual cluster, for a table.
   *
   * @param names the virtual clusters of its jobs, at least one
   * @param named whether the table names them, and not the importer
   * @throws DataException if they are others
   */
  Map<String, Integer> of(Collection<String> names, boolean named) {
    if (byName.containsKey("")) {
      return ofOnly(names);
    }
    if (!named && byName.size() > 1) {
      throw refused(
          "expected the nodes of one virtual cluster, as no column of the table names them",
          "Maybe --map vc=COLUMN.");
    }
    Problems problems = new Problems();
    byName.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name ->
            problems.add(
                Problem.of(
                    OPTION,
                    "no job is of virtual cluster '%s'".formatted(name),
                    ClosestName.hint(name, names))));
    problems.throwIfAny();
    return byName;
  }

  private Map<String, Integer> ofOnly(Collection<String> names) {
    if (names.size() > 1) {
      List<String> pairs = names.stream().map(name -> name + "=N").toList();
      throw refused(
          "expected the nodes of each virtual cluster, as the table has %d".formatted(names.size()),
          "Maybe --nodes %s.".formatted(String.join(",", pairs)));
    }
    return Map.of(names.iterator().next(), byName.get(""));
  }
}

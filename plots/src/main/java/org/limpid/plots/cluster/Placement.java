package org.limpid.plots.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * A GPU of a placement.
 *
 * @param node number of the node
 * @param gpu index of the GPU there
 */
record Placement(int node, int gpu) {
  private static final int MOST_GPUS = 1024;

  /**
   * Reads {@code node:gpu+gpu;node:gpu}. What is not of this form is left out.
   *
   * @param text of at least one node
   */
  static List<Placement> parse(String text) {
    List<Placement> places = new ArrayList<>();
    for (String node : text.split(";")) {
      int colon = node.indexOf(':');
      int number = colon < 0 ? -1 : number(node.substring(0, colon));
      for (String gpu : node.substring(colon + 1).split("\\+")) {
        int index = number(gpu);
        if (number >= 0 && index >= 0 && index < MOST_GPUS) {
          places.add(new Placement(number, index));
        }
      }
    }
    return places;
  }

  private static int number(String digits) {
    boolean fits = !digits.isEmpty() && digits.length() <= 9;
    return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : -1;
  }
}

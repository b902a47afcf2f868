package org.limpid.neural;

/**
 * Sizes of a network that predicts the gap of a chain from a window of states.
 *
 * @param states of a window
 * @param numbers of a state
 * @param experts 1: a transformer; more: a mixture of as many transformers
 * @param layers of each transformer
 * @param heads of attention in each layer, a divisor of the width
 * @param width numbers that a state becomes
 * @param feedForward units of the hidden layer behind the attention
 * @param dropout share of units that are left out at random while it is trained
 */
record NetworkSettings(
    int states,
    int numbers,
    int experts,
    int layers,
    int heads,
    int width,
    int feedForward,
    double dropout) {
  NetworkSettings {
    if (states < 1
        || numbers < 1
        || experts < 1
        || layers < 1
        || heads < 1
        || feedForward < 1
        || width < 1
        || width % heads != 0
        || !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          ("expected sizes from 1, a width that the heads divide and a dropout from 0 and below 1,"
                  + " found %d x %d, %d experts, %d layers, %d heads, %d, %d and %s")
              .formatted(states, numbers, experts, layers, heads, width, feedForward, dropout));
    }
  }
}

package org.limpid.adaptation.trainings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limpid.adaptation.network.Network;

/**
 * A network that may grow from a certain time on, and a recorded training for each sequence of
 * actions.
 *
 * @param name such as {@code simulation_early2}; it ends with the number of the network, perhaps
 *     with a version behind it
 * @param trainings by the index of their sequence, {@value ActionSequence#COUNT} of them
 */
public record Scenario(String name, List<Training> trainings) {
  private static final Pattern NAME = Pattern.compile(".*?(\\d)(?:_v\\d+)?");

  public Scenario {
    trainings = List.copyOf(trainings);
    if (trainings.size() != ActionSequence.COUNT || networkOf(name).isEmpty()) {
      throw new IllegalArgumentException(
          "expected 64 trainings of network 2 or 3, found %d of '%s'"
              .formatted(trainings.size(), name));
    }
  }

  /** The network that a scenario of this name trains, if its name says one that is known. */
  static Optional<Network> networkOf(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return switch (matcher.group(1)) {
      case "2" -> Optional.of(Network.CONV_NET_2);
      case "3" -> Optional.of(Network.CONV_NET_3);
      default -> Optional.empty();
    };
  }

  /** The network before it grows. */
  public Network network() {
    return networkOf(name).orElseThrow();
  }

  /**
   * The training that tells the time left before a step: that of the actions before it, followed by
   * zeros, as the artifact asks for it, whatever comes next in truth.
   */
  public Training before(ActionSequence sequence, int step) {
    return trainings.get(sequence.prefix(step).index());
  }

  /** The accuracy that a sequence reached. */
  public double accuracy(ActionSequence sequence) {
    return trainings.get(sequence.index()).accuracy();
  }

  /** All sequences, the most accurate first, equal ones in lexicographic order. */
  public List<ActionSequence> ranking() {
    return ActionSequence.all().stream()
        .sorted(Comparator.comparingDouble(this::accuracy).reversed())
        .toList();
  }

  /** Place of a sequence in the ranking, from 1. */
  public int rank(ActionSequence sequence) {
    return ranking().indexOf(sequence) + 1;
  }

  /** Time left at the first decision, in seconds. */
  double firstSecondsLeft() {
    return before(ActionSequence.ZEROS, 0).secondsLeft().getFirst();
  }
}

package org.limpid.adaptation.trainings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The three actions of a training, each 0..3: after which block the network grew, or 3 for not at
 * all.
 *
 * @param index place among all sequences in lexicographic order, 0..63
 */
public record ActionSequence(int index) implements Comparable<ActionSequence> {
  /** Decisions of a training. */
  public static final int LENGTH = 3;

  /** Choices at each decision. */
  public static final int ACTIONS = 4;

  /** How many sequences there are. */
  public static final int COUNT = ACTIONS * ACTIONS * ACTIONS;

  /** A network that never grows. */
  public static final ActionSequence NOTHING = new ActionSequence(COUNT - 1);

  /** Growth behind the first block only, which is also how the rest of a prefix is filled. */
  static final ActionSequence ZEROS = new ActionSequence(0);

  public ActionSequence {
    if (index < 0 || index >= COUNT) {
      throw new IllegalArgumentException("expected an index of 0..63, found " + index);
    }
  }

  /** The sequence of these actions. */
  public static ActionSequence of(int first, int second, int third) {
    return new ActionSequence((first * ACTIONS + second) * ACTIONS + third);
  }

  /** The sequence of a text such as {@code 1 1 0}; empty if it is none. */
  public static Optional<ActionSequence> parse(String text) {
    return text.matches("[0-3] [0-3] [0-3]")
        ? Optional.of(of(text.charAt(0) - '0', text.charAt(2) - '0', text.charAt(4) - '0'))
        : Optional.empty();
  }

  /** All sequences in lexicographic order. */
  public static List<ActionSequence> all() {
    return IntStream.range(0, COUNT).mapToObj(ActionSequence::new).toList();
  }

  /** The action of a step, from 0. */
  public int action(int step) {
    return index / weight(step) % ACTIONS;
  }

  /** The same sequence with another action at a step. */
  public ActionSequence with(int step, int action) {
    return new ActionSequence(index + (action - action(step)) * weight(step));
  }

  /** The first actions of this sequence, and zeros after them. */
  public ActionSequence prefix(int length) {
    int weight = length == 0 ? COUNT : weight(length - 1);
    return new ActionSequence(index / weight * weight);
  }

  private static int weight(int step) {
    int weight = 1;
    for (int later = step + 1; later < LENGTH; later++) {
      weight *= ACTIONS;
    }
    return weight;
  }

  @Override
  public int compareTo(ActionSequence other) {
    return Integer.compare(index, other.index);
  }

  /** The actions with blanks between them: {@code 1 1 0}. */
  @Override
  public String toString() {
    List<Integer> actions = new ArrayList<>();
    for (int step = 0; step < LENGTH; step++) {
      actions.add(action(step));
    }
    return actions.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}

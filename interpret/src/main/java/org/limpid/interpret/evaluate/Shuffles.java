package org.limpid.interpret.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limpid.interpret.model.RowOrder;
import org.limpid.interpret.model.Target;

/** Rows in a random order in which every class is spread evenly. */
final class Shuffles {
  private Shuffles() {}

  /** A row and where it stands among those of its class, from 0 to 1. */
  private record Place(int row, int position, double share) {}

  /**
   * Rows of a target, shuffled so that every beginning has each class in about its share of all
   * rows.
   */
  static int[] spread(Target target, int[] rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Place> places = new ArrayList<>();
    for (int[] group : groups(target, rows)) {
      RowOrder.shuffle(group, random);
      for (int i = 0; i < group.length; i++) {
        places.add(new Place(group[i], places.size(), (i + 0.5) / group.length));
      }
    }
    return places.stream()
        .sorted(Comparator.comparingDouble(Place::share).thenComparingInt(Place::position))
        .mapToInt(Place::row)
        .toArray();
  }

  /** The rows of each class, shuffled, one class after the other. */
  static int[] grouped(Target target, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> groups = groups(target, IntStream.range(0, target.size()).toArray());
    groups.forEach(group -> RowOrder.shuffle(group, random));
    return groups.stream().flatMapToInt(IntStream::of).toArray();
  }

  private static List<int[]> groups(Target target, int[] rows) {
    return switch (target) {
      case Target.Numbers _ -> List.of(rows.clone());
      case Target.Classes classes ->
          IntStream.range(0, classes.classes().size())
              .mapToObj(k -> IntStream.of(rows).filter(row -> classes.codes()[row] == k).toArray())
              .toList();
    };
  }
}

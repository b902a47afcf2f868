package org.limpid.estimator.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.limpid.estimator.names.LeaderTree.EditDistance;

final class NameClustersTest {
  @Test
  void digitsAndCapitalsDoNotMatter() {
    NameClusters clusters = new NameClusters();
    int cluster = clusters.add("Train-ResNet50-run1");
    assertEquals(cluster, clusters.add("train-resnet101-run23"));
  }

  /** bert-pretrain and bert-pretraining differ in 3 of 16 characters; eval in far more. */
  @Test
  void similarNamesJoinAndOthersDoNot() {
    NameClusters clusters = new NameClusters();
    int pretrain = clusters.add("bert-pretrain");
    assertEquals(pretrain, clusters.add("bert-pretraining"));
    assertEquals(pretrain + 1, clusters.add("eval_detection"));
  }

  @Test
  void jobsWithoutNameHaveNoCluster() {
    NameClusters clusters = new NameClusters();
    assertEquals(NameClusters.NONE, clusters.add(""));
    assertEquals(NameClusters.NONE, clusters.add("  "));
    assertEquals(0, clusters.add("first"));
  }

  @Test
  void laterNamesChangeNoEarlierCluster() {
    List<String> names = randomNames(400, 3);
    List<Integer> all = clustersOf(names);
    for (int length : new int[] {1, 50, 200, 399}) {
      assertEquals(all.subList(0, length), clustersOf(names.subList(0, length)));
    }
  }

  private static List<Integer> clustersOf(List<String> names) {
    NameClusters clusters = new NameClusters();
    return names.stream().map(clusters::add).toList();
  }

  /** The leader with the smallest relative distance among all, the oldest of equals. */
  @Test
  void theTreeFindsWhatALookAtAllLeadersFinds() {
    EditDistance distance = new EditDistance();
    for (double share : new double[] {0.1, 0.3, 0.6}) {
      LeaderTree tree = new LeaderTree();
      List<String> leaders = randomNames(300, 5).stream().distinct().toList();
      leaders.forEach(tree::add);
      for (String text : randomNames(300, 6)) {
        int expected = LeaderTree.NONE;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < leaders.size(); i++) {
          String leader = leaders.get(i);
          double found =
              distance.between(leader, text) / (double) Math.max(leader.length(), text.length());
          if (found <= share && found < best) {
            best = found;
            expected = i;
          }
        }
        assertEquals(expected, tree.nearest(text, share), text);
      }
    }
  }

  @Test
  void distancesByHand() {
    EditDistance distance = new EditDistance();
    assertEquals(3, distance.between("kitten", "sitting"));
    assertEquals(4, distance.between("", "abcd"));
    assertEquals(0, distance.between("same", "same"));
    assertEquals(100, distance.between("a".repeat(100), "b".repeat(100)));
  }

  @Test
  void distancesObeyTheTriangleInequality() {
    EditDistance distance = new EditDistance();
    List<String> names = randomNames(60, 9);
    for (int i = 0; i + 2 < names.size(); i++) {
      int direct = distance.between(names.get(i), names.get(i + 2));
      int detour =
          distance.between(names.get(i), names.get(i + 1))
              + distance.between(names.get(i + 1), names.get(i + 2));
      assertEquals(true, direct <= detour);
      assertEquals(direct, distance.between(names.get(i + 2), names.get(i)));
    }
  }

  private static List<String> randomNames(int count, long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      int length = 1 + random.nextInt(12);
      for (int k = 0; k < length; k++) {
        name.append((char) ('a' + random.nextInt(4)));
      }
      names.add(name.toString());
    }
    return names;
  }
}

package org.limpid.app.project;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.waiting.WaitCause;

/**
 * How many files one more of something touches, counted in the main code as it stands: see {@code
 * docs/extending.md}. Figures are counted by {@code ExhibitsTest}, trace formats by {@code
 * AddingAFormatTest}.
 */
class FilesToTouchTest {
  /** The text of each file of the main code, by its path below the root. */
  private static final Map<String, String> MAIN =
      Reactor.javaFiles().stream()
          .collect(toMap(FilesToTouchTest::name, Reactor::read, (one, _) -> one, TreeMap::new));

  private static String name(Path file) {
    return Reactor.root().relativize(file).toString().replace('\\', '/');
  }

  private static List<String> namingAll(List<String> words) {
    List<Pattern> patterns =
        words.stream().map(word -> Pattern.compile("\\b" + Pattern.quote(word) + "\\b")).toList();
    return MAIN.entrySet().stream()
        .filter(file -> file.getKey().contains("/src/main/"))
        .filter(file -> words.stream().allMatch(file.getValue()::contains)) // faster by far
        .filter(file -> patterns.stream().allMatch(word -> word.matcher(file.getValue()).find()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> fileNames(List<String> paths) {
    return paths.stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).sorted().toList();
  }

  /** A policy may have helpers in its folder; outside it only the registry knows its class. */
  @Test
  void aPolicyIsKnownToItsFolderAndTheRegistryOnly() {
    for (Policy policy : Policies.standard().all()) {
      String folder = "/" + policy.getClass().getPackageName().replace('.', '/') + "/";
      if (folder.endsWith("/policy/")) {
        continue;
      }
      List<String> outside =
          namingAll(List.of(policy.getClass().getSimpleName(), policy.getClass().getPackageName()))
              .stream()
              .filter(file -> !file.contains(folder))
              .toList();
      assertEquals(List.of("Policies.java"), fileNames(outside), policy.name());
    }
  }

  /** Its rule and words, its sentence in stories, and how figures show it. */
  @Test
  void aCauseOfWaitsIsInThreeFiles() {
    List<String> causes = Arrays.stream(WaitCause.values()).map(Enum::name).toList();
    assertEquals(
        List.of("CauseLook.java", "SegmentText.java", "WaitCause.java"),
        fileNames(namingAll(causes)));
  }

  /** The record, its bytes, what follows from it, its export; the fifth file tells of it. */
  @Test
  void anEventIsInFourFilesBesideItsOrigin() {
    List<String> events =
        Arrays.stream(Event.class.getDeclaredClasses())
            .filter(type -> type.isRecord() && Event.class.isAssignableFrom(type))
            .map(Class::getSimpleName)
            .toList();
    assertFalse(events.isEmpty());
    assertEquals(
        List.of("ClusterState.java", "Event.java", "EventCode.java", "PartitionRows.java"),
        fileNames(namingAll(events)));
  }

  /** The command itself, and the line of the tree; parsers of its own options may know it. */
  @Test
  void aCommandIsInTwoFiles() {
    List<String> commands =
        MAIN.keySet().stream()
            .filter(file -> file.matches("app/src/main/.*/command/\\w+Command\\.java"))
            .map(file -> file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')))
            .toList();
    assertFalse(commands.isEmpty());
    for (String command : commands) {
      assertTrue(fileNames(namingAll(List.of(command))).contains("CommandTree.java"), command);
      List<String> makers = new ArrayList<>(fileNames(namingAll(List.of("new " + command))));
      makers.removeAll(List.of("CommandTree.java", command + ".java"));
      assertEquals(List.of(), makers, command);
    }
  }
}

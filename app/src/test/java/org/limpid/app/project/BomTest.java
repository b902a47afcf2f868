package org.limpid.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of modules for users of the library. */
final class BomTest {
  private static final Pattern MANAGED =
      Pattern.compile(
          "<artifactId>(limpid-\\w+)</artifactId>\\s*<version>\\$\\{project\\.version}</version>");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>limpid(?:-bom)?</artifactId>\\s*<version>([^<]+)</version>");

  private static List<String> found(Pattern pattern, String pom) {
    return pattern
        .matcher(Reactor.read(Reactor.root().resolve(pom)))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  @Test
  void itNamesAllModulesThatOthersMayUse() {
    assertEquals(
        new TreeSet<>(found(MANAGED, "pom.xml")), new TreeSet<>(found(MANAGED, "bom/pom.xml")));
  }

  /** It has no parent to take the version from. */
  @Test
  void itHasTheVersionOfTheRest() {
    assertEquals(found(VERSION, "pom.xml").getFirst(), found(VERSION, "bom/pom.xml").getFirst());
  }
}

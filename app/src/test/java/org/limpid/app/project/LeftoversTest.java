package org.limpid.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notes to oneself belong into an issue, not into the sources. */
final class LeftoversTest {

  /** Written in two parts, so that this file does not match. */
  private static final Pattern NOTE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  @Test
  void sourcesHoldNoNotesToOneself() {
    List<Path> withNotes =
        Reactor.javaFiles().stream()
            .filter(file -> NOTE.matcher(Reactor.read(file)).find())
            .toList();
    assertEquals(List.of(), withNotes);
  }
}

package org.limpid.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures that {@code docs/make-gallery} makes. */
final class GalleryTest {
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\(([^)]*)\\)");
  private static final long MOST_BYTES = 900_000;

  private static TreeSet<Path> shownOn(Path page) throws IOException {
    TreeSet<Path> shown = new TreeSet<>();
    Matcher pictures = PICTURE.matcher(Files.readString(page));
    while (pictures.find()) {
      shown.add(page.resolveSibling(pictures.group(1)).normalize());
    }
    return shown;
  }

  @Test
  void picturesAreThereAndShown() throws IOException {
    Path docs = Reactor.root().resolve("docs").normalize();
    TreeSet<Path> there = new TreeSet<>();
    long bytes = 0;
    try (Stream<Path> files = Files.list(docs.resolve("gallery"))) {
      for (Path file : files.toList()) {
        there.add(file);
        bytes += Files.size(file);
      }
    }
    assertFalse(there.isEmpty());
    assertEquals(there, shownOn(docs.resolve("gallery.md")));
    assertTrue(bytes < MOST_BYTES, "bytes: " + bytes);
  }

  @Test
  void pictureOfTheFirstPageIsThere() throws IOException {
    TreeSet<Path> shown = shownOn(Reactor.root().resolve("README.md").normalize());
    assertEquals(1, shown.size());
    shown.forEach(file -> assertTrue(Files.isRegularFile(file), file.toString()));
  }
}

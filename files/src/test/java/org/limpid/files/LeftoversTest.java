package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left by processes that end without a chance to clean up. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeftoversTest {
  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("results");
  }

  /** A process of its own that halts at some step of replacing a folder. */
  static final class Halting {
    private Halting() {}

    public static void main(String[] words) throws IOException {
      Path target = Path.of(words[0]);
      WorkFolder work = new WorkFolder(target);
      Files.createDirectory(work.fresh());
      Files.writeString(work.fresh().resolve("new.csv"), "x");
      if (!words[1].equals("filled")) {
        work.setAside();
      }
      if (words[1].equals("moved in")) {
        work.moveIn();
      }
      Runtime.getRuntime().halt(137);
    }
  }

  private void halt(String step) throws Exception {
    AtomicFiles.write(target().resolve("old.csv"), out -> out.write('x'));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Halting.class.getName(),
                target().toString(),
                step)
            .inheritIO()
            .start();
    assertEquals(137, process.waitFor());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void assertCleanWith(String file) throws IOException {
    AtomicFiles.write(folder.resolve("next.txt"), out -> out.write('x'));
    assertEquals(List.of("next.txt", "results"), names(folder));
    assertEquals(List.of(file), names(target()));
  }

  @Test
  void unfinishedWorkOfTheDeadIsDeletedByTheNext() throws Exception {
    halt("filled");
    assertEquals(2, names(folder).size());
    assertCleanWith("old.csv");
  }

  @Test
  void whatWasSetAsideIsPutBackByTheNext() throws Exception {
    halt("set aside");
    assertFalse(Files.exists(target()));
    assertCleanWith("old.csv");
  }

  @Test
  void whatWasReplacedIsNotPutBack() throws Exception {
    halt("moved in");
    assertCleanWith("new.csv");
  }

  /** Readers put it back, too, whichever file in the folder they ask for. */
  @Test
  void whatWasSetAsideIsThereForTheNextReader() throws Exception {
    halt("set aside");
    try (var text = InputFiles.openText(target().resolve("old.csv"))) {
      assertEquals('x', text.read());
    }
    assertCleanWith("old.csv");
  }

  @Test
  void whatWasSetAsideBehindALinkIsThereForTheNextReader() throws Exception {
    halt("set aside");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target());
    Leftovers.recover(link.resolve("old.csv"));
    assertTrue(Files.exists(link.resolve("old.csv")));
  }

  @Test
  void whatWasNeverThereIsStillMissing() throws Exception {
    halt("set aside");
    Leftovers.recover(folder.resolve("elsewhere/old.csv"));
    assertFalse(Files.exists(folder.resolve("elsewhere")));
    assertFalse(Files.exists(target()));
  }

  /** This process is alive, and so is whatever has its number and start. */
  @Test
  void workOfTheLivingStays() throws IOException {
    try (WorkFolder work = new WorkFolder(target())) {
      Files.createDirectory(work.fresh());
      AtomicFiles.write(folder.resolve("next.txt"), out -> out.write('x'));
      assertTrue(Files.exists(work.fresh()));
    }
    assertEquals(List.of("next.txt"), names(folder));
  }

  @Test
  void workOfAnotherHostStaysButNothingIsMissing() throws IOException {
    Owner self = Owner.current();
    Owner other = new Owner(self.pid(), self.start(), self.boot(), "0badcafe");
    Path work = folder.resolve(WorkFolder.PREFIX + other + "-1");
    Files.createDirectories(work.resolve("old/results"));
    Files.createDirectories(work.resolve("new/results"));
    AtomicFiles.write(folder.resolve("next.txt"), out -> out.write('x'));
    assertTrue(Files.exists(work.resolve("new/results")));
    Leftovers.recover(target());
    assertTrue(Files.exists(target()));
  }

  /** Whoever may write into the folder could lead Limpid anywhere by a link. */
  @Test
  void linksWithTheNamesOfTheDeadAreNotFollowed() throws IOException {
    Owner self = Owner.current();
    Owner dead = new Owner(self.pid(), self.start() + 1000, self.boot(), self.place());
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createDirectory(elsewhere.resolve("old"));
    Path here = Files.createDirectory(folder.resolve("here"));
    Files.createSymbolicLink(here.resolve(WorkFolder.PREFIX + dead + "-1"), elsewhere);
    AtomicFiles.write(here.resolve("next.txt"), out -> out.write('x'));
    assertEquals(List.of("old"), names(elsewhere));
  }

  /** A command that is refused has looked beside its target all the same. */
  @Test
  void unfinishedWorkOfTheDeadIsDeletedByACheck() throws Exception {
    halt("set aside");
    assertTrue(AtomicFolder.check(target(), "run", false).isPresent());
    assertEquals(List.of("results"), names(folder));
    assertEquals(List.of("old.csv"), names(target()));
  }

  @Test
  void foldersWithLikeNamesStay() throws IOException {
    Files.createDirectory(folder.resolve(".limpid-notes"));
    Files.createDirectory(folder.resolve(".limpid-1-2-3-4"));
    AtomicFiles.write(folder.resolve("next.txt"), out -> out.write('x'));
    assertEquals(List.of(".limpid-1-2-3-4", ".limpid-notes", "next.txt"), names(folder));
  }
}

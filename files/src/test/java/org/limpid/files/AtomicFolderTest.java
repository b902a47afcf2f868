package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  private static final String KIND = "run";

  @TempDir private Path folder;

  private Path target() {
    return folder.resolve("results");
  }

  private static void write(Path target, String kind, boolean overwrite, String file)
      throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(target, kind, overwrite)) {
      Files.writeString(results.path().resolve(file), "x");
      results.commit();
    }
  }

  private static String refused(Path target, String kind, boolean overwrite) {
    String message =
        assertThrows(DataException.class, () -> AtomicFolder.begin(target, kind, overwrite))
            .getMessage();
    assertEquals(message, AtomicFolder.check(target, kind, overwrite).orElseThrow().toString());
    return message;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void folderAppearsWhenCommitted() throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(target(), KIND, false)) {
      Files.writeString(results.path().resolve("a.csv"), "x");
      assertFalse(Files.exists(target()));
      results.commit();
    }
    assertEquals(List.of(".limpid", "a.csv"), names(target()));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void folderWithoutCommitDisappears() throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(folder.resolve("new/results"), KIND, false)) {
      Files.createDirectory(results.path().resolve("sub"));
      Files.writeString(results.path().resolve("sub/a.csv"), "x");
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void emptyFolderMayBeFilled() throws IOException {
    Files.createDirectory(target());
    write(target(), KIND, false, "a.csv");
    assertEquals(List.of(".limpid", "a.csv"), names(target()));
  }

  @Test
  void folderOfTheSameKindIsReplacedAsAWhole() throws IOException {
    write(target(), KIND, false, "stale.csv");
    String message = refused(target(), KIND, false);
    assertTrue(message.endsWith("or add --overwrite to replace it."), message);
    write(target(), KIND, true, "run.json");
    assertEquals(List.of(".limpid", "run.json"), names(target()));
    assertEquals(List.of("results"), names(folder));
  }

  /** A hand-made data set has every file that one of Limpid has, but no mark. */
  @Test
  void folderWithoutTheMarkIsNotTouched() throws IOException {
    Files.createDirectory(target());
    Files.writeString(target().resolve("dataset.json"), "{}");
    String message = refused(target(), "data set", true);
    assertTrue(message.contains("it holds no file .limpid"), message);
    assertFalse(refused(target(), "data set", false).contains("--overwrite"));
    refused(target().resolve("dataset.json"), "data set", true);
    assertThrows(DataException.class, () -> AtomicFolder.delete(target(), "data set"));
    assertEquals(List.of("dataset.json"), names(target()));
  }

  @Test
  void markThatIsNotLimpidsIsNone() throws IOException {
    Files.createDirectory(target());
    Files.writeString(target().resolve(AtomicFolder.MARK), "run\n");
    assertTrue(refused(target(), KIND, true).contains("holds no file .limpid"));
  }

  @Test
  void folderOfAnotherKindIsNotTouched() throws IOException {
    write(target(), "ablation", false, "run.json");
    String message = refused(target(), KIND, true);
    assertTrue(message.contains("a folder of the kind 'ablation', not 'run'"), message);
    assertEquals(List.of(".limpid", "run.json"), names(target()));
  }

  /** Whatever Limpid did not write is named: files, folders as a whole, links. */
  @Test
  void folderWithSomethingOfTheUserIsNotTouched() throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(target(), KIND, false)) {
      Files.createDirectory(results.path().resolve("fifo"));
      Files.writeString(results.path().resolve("fifo/jobs.csv"), "x");
      results.commit();
    }
    Files.writeString(target().resolve("fifo/notes.txt"), "x");
    Files.createDirectories(target().resolve("models/old"));
    Files.createSymbolicLink(target().resolve("link"), folder);
    Files.writeString(target().resolve(".DS_Store"), "x");
    String message = refused(target(), KIND, true);
    assertTrue(message.contains("as it holds fifo/notes.txt, link, models, which"), message);
  }

  @Test
  void whatAppearsMeanwhileStays() throws IOException {
    DataException e =
        assertThrows(
            DataException.class,
            () -> {
              try (AtomicFolder results = AtomicFolder.begin(target(), KIND, false)) {
                write(target(), KIND, false, "of-another-run.csv");
                results.commit();
              }
            });
    assertTrue(e.getMessage().contains("something was written here"), e.getMessage());
    assertEquals(List.of(".limpid", "of-another-run.csv"), names(target()));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void whatAppearsMeanwhileInAnOldFolderStays() throws IOException {
    write(target(), KIND, false, "old.csv");
    DataException e =
        assertThrows(
            DataException.class,
            () -> {
              try (AtomicFolder results = AtomicFolder.begin(target(), KIND, true)) {
                Files.writeString(target().resolve("notes.txt"), "x");
                results.commit();
              }
            });
    assertTrue(e.getMessage().contains("as it holds notes.txt"), e.getMessage());
    assertEquals(List.of(".limpid", "notes.txt", "old.csv"), names(target()));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void newerOneOfTheSameKindIsReplacedIfAsked() throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(target(), KIND, true)) {
      write(target(), KIND, true, "of-another-run.csv");
      results.commit();
    }
    assertEquals(List.of(".limpid"), names(target()));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void onlyAFolderOfTheKindIsDeleted() throws IOException {
    write(target(), KIND, false, "a.csv");
    assertThrows(DataException.class, () -> AtomicFolder.delete(target(), "data set"));
    AtomicFolder.delete(target(), KIND);
    AtomicFolder.delete(target(), KIND);
    assertEquals(List.of(), names(folder));
  }

  @Test
  void symbolicLinkStays() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path link = Files.createSymbolicLink(target(), disk);
    write(link, KIND, true, "a.csv");
    write(link, KIND, true, "b.csv");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of(".limpid", "b.csv"), names(disk));
    assertEquals(List.of("disk", "results"), names(folder));
  }

  @Test
  void symbolicLinkToNothingIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(target(), folder.resolve("disk"));
    DataException e =
        assertThrows(DataException.class, () -> AtomicFolder.begin(link, KIND, false));
    assertTrue(e.getMessage().contains("leads nowhere"), e.getMessage());
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void folderBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    DataException e =
        assertThrows(
            DataException.class, () -> AtomicFolder.begin(file.resolve("a/results"), KIND, false));
    assertTrue(e.getMessage().contains("file is there already and is no folder"), e.getMessage());
    assertTrue(e.getMessage().contains("Maybe choose another folder"), e.getMessage());
  }

  /** What is unfinished has a hidden name, which no message shows. */
  @Test
  void messagesNameWhatWillBeThere() throws IOException {
    try (AtomicFolder results = AtomicFolder.begin(folder.resolve("new/results"), KIND, false)) {
      DataException e =
          AtomicFiles.cannotWrite(
              results.path().resolve("fifo/jobs.csv"), new IOException("Disk quota exceeded"));
      assertTrue(
          e.getMessage().startsWith(folder.resolve("new/results/fifo/jobs.csv") + ": cannot be"),
          e.getMessage());
    }
  }

  /** Each finds the folder of the other in its way, or finds it gone, at any moment. */
  @Test
  void manyThatOverwriteAtOnceAllSucceed() throws Exception {
    Path target = folder.resolve("contested");
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        all.add(threads.submit(() -> overwriteOften(target)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertTrue(Files.isRegularFile(target.resolve("content")));
  }

  private static Void overwriteOften(Path target) throws IOException {
    for (int i = 0; i < 60; i++) {
      try (AtomicFolder made = AtomicFolder.begin(target, "contested", true)) {
        Files.writeString(made.path().resolve("content"), "whole");
        made.commit();
      }
    }
    return null;
  }
}

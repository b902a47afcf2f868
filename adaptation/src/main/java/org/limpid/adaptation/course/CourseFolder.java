package org.limpid.adaptation.course;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;

/**
 * The folder of courses: while they are running, it holds what they are and how far each has come;
 * in the end, it is replaced by one that holds the results.
 */
final class CourseFolder implements AutoCloseable {
  private static final String KIND = "learning";
  private static final String IDENTITY = "learning.json";

  /** There as long as not all is done, and locked by whoever is at work. */
  private static final String LOCK = "unfinished";

  private final Path path;
  private final Map<String, String> identity;
  private final FileChannel lock;

  private CourseFolder(Path path, Map<String, String> identity, FileChannel lock) {
    this.path = path;
    this.identity = identity;
    this.lock = lock;
  }

  /**
   * Whether the courses were finished before.
   *
   * @param identity all that the results depend on, by what it is about
   * @param overwrite whether older courses are deleted first
   * @throws DataException if something else is there, or other courses
   */
  static boolean isFinished(Path path, Map<String, String> identity, boolean overwrite) {
    AtomicFolder.check(path, KIND, true)
        .ifPresent(problem -> {
          throw new DataException(problem);
        });
    if (overwrite) {
      AtomicFolder.delete(path, KIND);
    }
    Path file = path.resolve(IDENTITY);
    if (!Files.exists(file)) {
      return false;
    }
    requireSame(file, identity, JsonSection.read(file, JsonSection::allTexts));
    return !Files.exists(path.resolve(LOCK));
  }

  /**
   * Begins courses, or goes on with them.
   *
   * @param names of the courses
   * @throws DataException if it can't be written, or another command is at work there
   */
  static CourseFolder open(Path path, Map<String, String> identity, List<String> names) {
    if (!Files.exists(path.resolve(IDENTITY))) {
      begin(path, identity, names);
    }
    return new CourseFolder(path, identity, lock(path.resolve(LOCK)));
  }

  private static void begin(Path path, Map<String, String> identity, List<String> names) {
    try (AtomicFolder folder = AtomicFolder.begin(path, KIND, false)) {
      writeIdentity(folder.path(), identity);
      AtomicFiles.write(folder.path().resolve(LOCK), _ -> {});
      for (String name : names) {
        AtomicFiles.write(checkpoint(folder.path(), name).path(), _ -> {});
      }
      folder.commit();
    }
  }

  private static FileChannel lock(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
    throw new DataException(
        Problem.ofFile(
            file,
            "another command is at work here",
            "Maybe wait until it is done, or choose another --out."));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      // Another thread of this process has it.
      return false;
    }
  }

  /** Where a course keeps how far it has come. */
  Checkpoint checkpoint(String name) {
    return checkpoint(path, name);
  }

  private static Checkpoint checkpoint(Path folder, String name) {
    return new Checkpoint(folder.resolve(name + ".checkpoint"));
  }

  /**
   * Ends the courses.
   *
   * @param writer writes the results into a folder
   */
  void finish(Consumer<Path> writer) {
    try (AtomicFolder folder = AtomicFolder.begin(path, KIND, true)) {
      writeIdentity(folder.path(), identity);
      writer.accept(folder.path());
      folder.commit();
    }
  }

  private static void writeIdentity(Path folder, Map<String, String> identity) {
    AtomicFiles.write(
        folder.resolve(IDENTITY),
        out -> {
          JsonOutput json = new JsonOutput(out).beginObject();
          for (Map.Entry<String, String> entry : identity.entrySet()) {
            json.text(entry.getKey(), entry.getValue());
          }
          json.endObject().finish();
        });
  }

  private static void requireSame(Path file, Map<String, String> here, Map<String, String> there) {
    Set<String> keys = new LinkedHashSet<>(here.keySet());
    keys.addAll(there.keySet());
    List<Problem> problems = new ArrayList<>();
    for (String key : keys) {
      String expected = here.getOrDefault(key, "none");
      String found = there.getOrDefault(key, "none");
      if (!expected.equals(found)) {
        problems.add(
            new Problem(
                file.toString(),
                0,
                key,
                found,
                "expected the same learning as before, with '%s'".formatted(expected),
                "Maybe choose another --out, or begin anew with --overwrite."));
      }
    }
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
  }

  /** Lets others have the folder. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(path, e);
    }
  }
}

package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Problems;

/**
 * A format of job traces. To add one: one class and one line in {@link #ALL}.
 *
 * <p>Implementations have no state and are safe to share between threads.
 */
public interface JobFormat {
  /** All formats. */
  List<JobFormat> ALL = List.of(new LucidJobFormat(), new HeliosJobFormat());

  /** The format of that name. */
  static Optional<JobFormat> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Name under which {@code dataset.json} refers to it. */
  String name();

  /**
   * Reads a file as a stream.
   *
   * @param file plain or gzipped
   * @param origin what times are counted from
   * @param problems takes all that is wrong with single rows
   * @param sink takes the jobs that are well formed, in file order
   */
  void read(Path file, LocalDateTime origin, Problems problems, JobSink sink);
}

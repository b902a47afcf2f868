package org.limpid.experiment.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * The file of the points that are done, a line for each, with all digits. A line is on the disk
 * before the next one begins, so that a kill at any moment costs the points that were running; what
 * it leaves of a line is cut off when the file is opened again. Only one process has it open. Safe
 * for several threads.
 */
final class PointJournal implements AutoCloseable {
  private static final String CHANGED = "Maybe the file was changed by hand.";
  private static final List<SweepMetric> METRICS = List.of(SweepMetric.values());

  private final Path file;
  private final int points;
  private final FileChannel channel;
  private final Map<Integer, PointResult> done = new TreeMap<>();

  private enum Field {
    POINT,
    PROBLEM
  }

  private PointJournal(Path file, int points, FileChannel channel) {
    this.file = file;
    this.points = points;
    this.channel = channel;
  }

  /**
   * Opens a file.
   *
   * @param points how many points the sweep has
   * @throws DataException if it can't be read, or another process has it open
   */
  static PointJournal open(Path file, int points) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      PointJournal journal = new PointJournal(file, points, channel);
      try {
        journal.begin();
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      return journal;
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  /** Reading gives up a lock on some systems, so that the file is locked anew and looked at. */
  private void begin() throws IOException {
    long size;
    try (FileLock _ = lock()) {
      size = sizeInLines();
      channel.truncate(size);
      channel.force(true);
      read();
    }
    FileLock kept = lock();
    if (channel.size() != size) {
      kept.release();
      throw inUse();
    }
    channel.position(size);
  }

  private FileLock lock() throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException _) {
      // Another thread of this process has it.
    }
    throw inUse();
  }

  private DataException inUse() {
    return new DataException(
        Problem.ofFile(
            file,
            "another command is at work on this sweep",
            "Maybe wait until it is done, or choose another --out."));
  }

  /** How much of the file are lines that were finished. */
  private long sizeInLines() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    for (long size = channel.size(); size > 0; size--) {
      channel.read(last.clear(), size - 1);
      if (last.get(0) == '\n') {
        return size;
      }
    }
    return 0;
  }

  private void read() {
    Problems problems = new Problems();
    CsvSchema schema =
        CsvSchema.of(Arrays.asList(Field.values()), List.of()).with(METRICS).ownFiles();
    CsvInput.read(file, schema, problems, this::take);
    problems.throwIfAny();
  }

  private void take(CsvRow row) {
    int point = (int) row.wholeNumber(Field.POINT, 0, points - 1L, CHANGED);
    double[] values = METRICS.stream().mapToDouble(metric -> value(row, metric)).toArray();
    done.put(point, new PointResult(values, row.text(Field.PROBLEM)));
  }

  private static double value(CsvRow row, SweepMetric metric) {
    return row.isEmpty(metric) ? Double.NaN : row.number(metric, 0, Double.MAX_VALUE, CHANGED);
  }

  /** What is known by now, by the numbers of the points, in their order. */
  synchronized Map<Integer, PointResult> done() {
    return new TreeMap<>(done);
  }

  /**
   * Adds what came of a point, and returns when it is on the disk.
   *
   * @throws DataException if it can't be written
   */
  synchronized void append(int point, PointResult result) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (CsvOutput csv = new CsvOutput(line)) {
      write(csv, point, result);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
    done.put(point, result);
  }

  /**
   * Writes a file with these points.
   *
   * @throws DataException if it can't be written
   */
  static void write(Path file, Map<Integer, PointResult> done) {
    AtomicFiles.write(file, out -> write(out, done));
  }

  private static void write(OutputStream out, Map<Integer, PointResult> done) {
    try (CsvOutput csv = new CsvOutput(out)) {
      List<Enum<?>> columns = new ArrayList<>(List.of(Field.POINT));
      columns.addAll(METRICS);
      columns.add(Field.PROBLEM);
      csv.row(columns.stream().map(CsvSchema::nameOf).toArray(String[]::new));
      done.forEach((point, result) -> write(csv, point, result));
    }
  }

  private static void write(CsvOutput csv, int point, PointResult result) {
    csv.field(point);
    for (SweepMetric metric : METRICS) {
      double value = result.value(metric);
      if (Double.isNaN(value)) {
        csv.emptyField();
      } else {
        csv.field(value);
      }
    }
    csv.field(result.problem()).endRow();
  }

  /** Lets others have the file. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

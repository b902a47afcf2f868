package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Estimates;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.files.DataException;

class DatasetWriterTest {
  @TempDir private Path folder;
  private DatasetReader original;
  private Path target;

  @BeforeEach
  void writeDataset() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    SmallDataset dataset = new SmallDataset(source);
    dataset.with(
        "dataset.json", SmallDataset.DESCRIPTION.replace("\"jobs.csv\"", "\"jobs.csv.gz\""));
    dataset.with("jobs.csv.gz", SmallDataset.JOBS);
    original = dataset.open();
    target = folder.resolve("target");
  }

  @Test
  void whatIsWrittenReadsBack() {
    write(target);
    DatasetReader copy = DatasetReader.open(target);
    assertEquals(List.of(), DatasetCheck.check(target));
    assertEquals(original.description(), copy.description());
    assertEquals(original.cluster(), copy.cluster());
    assertEquals(original.profiles(), copy.profiles());
    for (int row = 0; row < 3; row++) {
      assertEquals(original.trace().job(row), copy.trace().job(row));
    }
    assertEquals(original.forecast().gpus(1), copy.forecast().gpus(1));
    assertEquals(-7, copy.estimates("guess", copy.trace()).seconds(2));
  }

  /** Written as numbers they would be refused as seconds since 1970. */
  @Test
  void timesDecadesAfterTheOriginReadBack() {
    long inFortyYears = 1_250_000_000;
    Trace.Job job = original.trace().job(0);
    Trace.Job late =
        job.copiedTo(job.id(), inFortyYears)
            .with(JobAttributes.NONE.with(JobAttribute.DEADLINE, inFortyYears + 60));
    try (DatasetWriter writer = DatasetWriter.create(target, original.description(), false)) {
      fill(writer, new Trace.Builder().add(late).build());
      writer.commit();
    }
    assertEquals(List.of(), DatasetCheck.check(target));
    assertEquals(late, DatasetReader.open(target).trace().job(0));
  }

  @Test
  void sameValuesSameBytes() throws IOException {
    write(target);
    Path again = folder.resolve("again");
    write(again);
    assertArrayEquals(
        Files.readAllBytes(target.resolve("jobs.csv.gz")),
        Files.readAllBytes(again.resolve("jobs.csv.gz")));
    assertEquals(DatasetReader.open(target).contentHash(), DatasetReader.open(again).contentHash());
  }

  @Test
  void olderDatasetStaysUnlessToldOtherwise() {
    write(target);
    assertThrows(
        DataException.class, () -> DatasetWriter.create(target, original.description(), false));
    try (DatasetWriter writer = DatasetWriter.create(target, original.description(), true)) {
      fill(writer);
      writer.commit();
    }
    assertEquals(List.of(), DatasetCheck.check(target));
  }

  @Test
  void nothingIsThereWithoutCommit() {
    try (DatasetWriter writer = DatasetWriter.create(target, original.description(), false)) {
      fill(writer);
    }
    assertFalse(Files.exists(target));
  }

  @Test
  void allFilesMustBeWritten() {
    try (DatasetWriter writer = DatasetWriter.create(target, original.description(), false)) {
      assertThrows(IllegalStateException.class, writer::commit);
    }
    assertFalse(Files.exists(target));
  }

  private void write(Path to) {
    try (DatasetWriter writer = DatasetWriter.create(to, original.description(), false)) {
      fill(writer);
      writer.commit();
    }
  }

  private void fill(DatasetWriter writer) {
    fill(writer, original.trace());
  }

  private void fill(DatasetWriter writer, Trace jobs) {
    writer.virtualClusters(original.cluster().virtualClusters());
    writer.jobs(jobs);
    writer.forecast(original.forecast());
    writer.copy("series.csv", original.folder().resolve("series.csv"));
    Trace trace = original.trace();
    Estimates guess = original.estimates("guess", trace);
    try (CsvOutput csv = writer.beginEstimates("guess")) {
      for (int row = 0; row < trace.size(); row++) {
        if (guess.has(row)) {
          csv.field(trace.jobId(row)).field(guess.seconds(row)).endRow();
        }
      }
    }
    writer.profiles(original.profiles());
  }
}

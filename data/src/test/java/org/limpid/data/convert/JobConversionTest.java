package org.limpid.data.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.doctor.JobsFile;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

final class JobConversionTest {
  @TempDir private Path folder;

  /** Starts 60 s in: SWF counts from there, and job 2 waited 5 s. */
  private DatasetReader source() {
    return new JobsFile(
            folder.resolve("data"),
            "jobname",
            "start_time",
            "time_limit",
            "memory_mib",
            "predecessor",
            "priority")
        .described("\"startSeconds\": 0", "\"startSeconds\": 60")
        .row("bob,a,4,8,COMPLETED,60,100", "bert", "", "", "", "", "")
        .row("\"ann, b\",a,2,0,CANCELLED by 7,61,50", "", 66, 3600, 64, 1, -3)
        .row("bob,a,1,0,odd,61,50", "bert", "", "", "", "", "")
        .open();
  }

  @Test
  void csvHasDatesAndComesBack() throws IOException {
    Path out = folder.resolve("jobs.csv");
    assertEquals(List.of(), JobConversion.CSV.write(source(), out, false));
    String head =
        "job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,"
            + "memory_mib,time_limit,priority,predecessor,start_time";
    assertEquals(
        List.of(
            head,
            "1,bob,a,bert,4,8,COMPLETED,2026-01-01 00:01:00,100,,,,,",
            "2,\"ann, b\",a,,2,0,CANCELLED by 7,2026-01-01 00:01:01,50,64,3600,-3,1,"
                + "2026-01-01 00:01:06",
            "3,bob,a,bert,1,0,odd,2026-01-01 00:01:01,50,,,,,"),
        Files.readAllLines(out));
    DatasetReader again =
        new JobsFile(folder.resolve("again")).write("jobs.csv", Files.readString(out)).reopened();
    assertEquals(source().trace().job(1), again.trace().job(1));
  }

  @Test
  void csvIsPackedWhereItsNameSaysSo() throws IOException {
    Path plain = folder.resolve("jobs.csv");
    Path packed = folder.resolve("jobs.csv.gz");
    JobConversion.CSV.write(source(), plain, false);
    JobConversion.CSV.write(source(), packed, false);
    try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(packed))) {
      assertEquals(Files.readString(plain), new String(content.readAllBytes()));
    }
  }

  /** 64 MiB of two GPUs are 32768 KiB each; the third state is not known. */
  @Test
  void swfHasEighteenNumbersAJob() throws IOException {
    Path out = folder.resolve("jobs.swf");
    List<String> lost = JobConversion.SWF.write(source(), out, false);
    List<String> lines = Files.readAllLines(out);
    assertEquals(
        List.of(
            "1 0 -1 100 4 -1 -1 4 -1 -1 1 1 -1 1 1 1 -1 -1",
            "2 1 5 50 2 -1 -1 2 3600 32768 5 2 -1 -1 1 1 1 -1",
            "3 1 -1 50 1 -1 -1 1 -1 -1 -1 1 -1 1 1 1 -1 -1"),
        lines.stream().filter(line -> !line.startsWith(";")).toList());
    assertEquals(
        List.of(
            "Jobs, users and names of jobs are numbers in order of appearance.",
            "The processors that jobs ask for are lost.",
            "Lost columns: priority."),
        lost);
    assertEquals("; Version: 2.2", lines.getFirst());
    assertEquals(1, lines.stream().filter("; UnixStartTime: 1767225660"::equals).count());
    assertEquals(1, lines.stream().filter("; Queue: 1 a"::equals).count());
    assertEquals(1, lines.stream().filter("; Note: Lost columns: priority."::equals).count());
  }

  @Test
  void whatIsThereStays() throws IOException {
    Path out = Files.writeString(folder.resolve("jobs.swf"), "mine");
    assertThrows(DataException.class, () -> JobConversion.SWF.write(source(), out, false));
    assertEquals("mine", Files.readString(out));
  }
}

package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.whatif.SmallData;

/** Folders of runs whose files don't belong together or hold what no run writes. */
final class BrokenRunTest {
  @TempDir private Path folder;
  private Path run;

  /**
   * Under fifo job 3 waits behind job 2, under srtf it does not. The jobs of the next day make
   * snapshots.
   */
  @BeforeEach
  void simulate() {
    Path data =
        new SmallData()
            .job("vc", 0, 4, 100)
            .job("vc", 1, 8, 500)
            .job("vc", 2, 4, 50)
            .job("vc", 90_000, 8, 100)
            .job("vc", 90_050, 8, 100)
            .write(folder.resolve("data"));
    run = folder.resolve("run");
    Call call =
        Call.of(
            "simulate",
            "--data",
            data.toString(),
            "--policy",
            "fifo,srtf",
            "--explain",
            "--out",
            run.toString());
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private void refused(String expected, String... words) {
    Call call = Call.of(words);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode(), call.err());
    assertTrue(call.err().contains(expected), call.err());
  }

  private void explainRefused(String expected) {
    refused(expected, "explain", "job", "3", "--run", run.toString(), "--policy", "fifo");
  }

  private void take(String name) throws IOException {
    Files.copy(
        run.resolve("srtf").resolve(name),
        run.resolve("fifo").resolve(name),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void change(String name, String before, String after) throws IOException {
    Path file = run.resolve(name);
    String text = Files.readString(file);
    assertTrue(text.contains(before), text);
    Files.writeString(file, text.replace(before, after));
  }

  @Test
  void decisionsOfAnotherPolicyAreTold() throws IOException {
    take("decisions.bin");
    explainRefused("decisions.bin: this is no decision log that can be read: jobs.csv has jobs of");
  }

  @Test
  void snapshotsOfAnotherPolicyAreTold() throws IOException {
    take("snapshots.bin");
    refused(
        "snapshots.bin: these are no snapshots of this run that can be read: jobs.csv has jobs of",
        "whatif",
        "--run",
        run.toString(),
        "--policy",
        "fifo",
        "--change",
        "nodes vc +1");
  }

  @Test
  void waitsOfAnotherPolicyAreTold() throws IOException {
    take("waits.csv");
    refused(
        "waits.csv:4: job_id: expected causes that sum to 598, the queue of the job in jobs.csv",
        "explain",
        "user",
        "user",
        "--run",
        run.toString(),
        "--policy",
        "fifo");
  }

  @Test
  void jobsOfAnotherPolicyAreTold() throws IOException {
    take("jobs.csv");
    explainRefused("jobs.csv has jobs of another run");
  }

  @Test
  void policiesElsewhereAreTold() throws IOException {
    change("run.json", "\"srtf\"", "\"../../elsewhere\"");
    explainRefused("expected names of policies, found '../../elsewhere'");
  }

  @Test
  void pathsThatAreNoneAreTold() throws IOException {
    change("run.json", "\"folder\"", "\"folder\" : \"a\\u0000b\", \"was\"");
    explainRefused("expected the name of a file or folder (Nul character not allowed)");
  }

  @Test
  void absurdNumbersAreTold() throws IOException {
    change("fifo/jobs.csv", "\n3,user,vc,4,2,50,", "\n3,user,vc,4,2,9223372036854775807,");
    explainRefused("jobs.csv:4: duration: expected a whole number of");
  }
}

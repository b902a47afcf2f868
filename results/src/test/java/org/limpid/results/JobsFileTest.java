package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Trace;
import org.limpid.files.DataException;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.sink.JobColumn;
import org.limpid.simulation.sink.JobRecords;

final class JobsFileTest {
  private static final String COLUMNS = "job_id,start_time,end_time,queue,preemptions,nodes";
  private static final String OF_LUCID =
      ",profiled,profqueue,finished_in_profiler,sharescore,rate,colocated_at,decolocated_at";

  @TempDir private Path folder;
  private final Trace trace =
      new Trace.Builder()
          .add(new Trace.Job(1, "user", "vc", "", 4, 1, "COMPLETED", 0, 100, null))
          .build();

  private JobRecords records(String header, String row) throws IOException {
    Path file = Files.writeString(folder.resolve("jobs.csv"), header + "\n" + row + "\n");
    return JobsFile.records(file, trace, Policies.standard().about("lucid").columns());
  }

  @Test
  void columnsOfLucidAreReadInTheirOrder() throws IOException {
    JobRecords records =
        records(COLUMNS + OF_LUCID + ",priority", "1,5,105,5,0,0:0+1+2+3,1,2,0,1,0.9,-1,-1,400");
    assertEquals(105, records.endSeconds()[0]);
    assertEquals(
        List.of((COLUMNS + OF_LUCID + ",priority").split(",")).subList(6, 14),
        records.extra().stream().map(JobColumn::name).toList());
  }

  @Test
  void otherPoliciesHaveNoneOfThem() throws IOException {
    assertEquals(List.of(), records(COLUMNS, "1,5,105,5,0,0:0+1+2+3").extra());
  }

  /** A run can't go on with some of what Lucid records. */
  @Test
  void someOfThemAreNotEnough() {
    DataException told =
        assertThrows(
            DataException.class,
            () ->
                records(COLUMNS + OF_LUCID + ",2", "1,5,105,5,0,0:0+1+2+3,1,2,0,1,0.9,-1,-1,400"));
    assertTrue(told.getMessage().contains("jobs.csv:1: priority: expected this column"));
  }
}

package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.JobAttribute.END_TIME;
import static org.limpid.data.JobAttribute.GPU_MILLI;
import static org.limpid.data.JobAttribute.GPU_TYPE;
import static org.limpid.data.JobAttribute.JOB_GROUP;
import static org.limpid.data.JobAttribute.MEMORY_MIB;
import static org.limpid.data.JobAttribute.START_TIME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.io.DatasetReader;

class PaiImporterTest {
  /** Tables have no header lines. */
  private static final String JOBS =
      """
      job2,inst2,user1,Terminated,86410.0,87000.0
      job1,inst1,user1,Failed,86400.0,86900.0
      job3,inst3,user2,Running,86400.0,
      job4,inst4,user2,Terminated,86400.0,86500.0
      job5,inst5,user2,Failed,86400.0,
      job6,inst6,user2,Terminated,86400.0,86900.0
      job7,inst7,user2,Waiting,86400.0,86900.0
      job8,inst8,user2,Terminated,,86900.0
      job9,inst9,user2,Terminated,86400.0,86900.0
      """;

  private static final String TASKS =
      """
      job1,ps,1.0,Failed,86405.0,86900.0,600.0,10.5,,
      job1,worker,5.0,Failed,86403.0,86900.0,600.0,10.0,50.0,T4
      job2,worker,2.0,Terminated,86410.0,87000.0,100.0,,100.0,V100
      job3,worker,1.0,Running,86410.0,,100.0,1.0,100.0,V100
      job4,worker,1.0,Terminated,86410.0,86500.0,100.0,1.0,,CPU
      job5,worker,1.0,Failed,86410.0,,100.0,1.0,100.0,V100
      job7,worker,1.0,Waiting,,,100.0,1.0,100.0,V100
      job8,worker,1.0,Terminated,86410.0,86900.0,100.0,1.0,100.0,V100
      job9,worker,9.0,Terminated,86410.0,86900.0,100.0,1.0,100.0,V100
      """;
  private static final String TAGS =
      """
      inst1,user1,,group1,resnet
      inst2,user1,V100,group2,
      """;
  private static final String MACHINES =
      """
      m1,T4,96,512,2
      m2,T4,96,512,2
      m3,V100,96,512,8
      m4,CPU,96,512,0
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTrace() throws IOException {
    write("job_table", "job_name,inst_id,user,status,start_time,end_time", JOBS);
    write(
        "task_table",
        "job_name,task_name,inst_num,status,start_time,end_time,plan_cpu,plan_mem,plan_gpu,gpu_type",
        TASKS);
    write("group_tag_table", "inst_id,user,gpu_type_spec,group,workload", TAGS);
    write("machine_spec", "machine,gpu_type,cap_cpu,cap_mem,cap_gpu", MACHINES);
  }

  private void write(String table, String header, String content) throws IOException {
    Files.writeString(folder.resolve("pai_%s.header".formatted(table)), header + "\n");
    Files.writeString(folder.resolve("pai_%s.csv".formatted(table)), content);
  }

  private Imported imported() {
    return Imported.of(PaiImporter.IMPORTER, folder, folder.resolve("out"), Map.of());
  }

  /**
   * Five workers with half a GPU ask for 2.5, and with the parameter server for 36 processors and
   * 60.5 GB. It runs from the start of the first task to its own end.
   */
  @Test
  void tasksAddUp() {
    Imported data = imported();
    assertEquals(List.of("job1", "job2"), data.ids());
    assertEquals("T4 3 28800 497", data.job(0));
    assertEquals("2500", data.known(GPU_MILLI, 0));
    assertEquals("2000", data.known(GPU_MILLI, 1));
    assertEquals(36, data.trace().cpuCount(0));
    assertEquals("61952", data.known(MEMORY_MIB, 0));
    assertEquals("T4", data.known(GPU_TYPE, 0));
    assertEquals("group1", data.known(JOB_GROUP, 0));
    assertEquals("resnet", data.trace().jobName(0));
    assertEquals("", data.trace().jobName(1));
    data.assertNoted("1 job asks for a part of a GPU");
  }

  /** Second 86400 of UTC is eight in the morning of the next day. */
  @Test
  void hoursAreThoseOfTheCluster() {
    Imported data = imported();
    assertEquals(
        LocalDateTime.of(1970, 1, 2, 0, 0), DatasetReader.open(folder.resolve("out")).origin());
    assertEquals(8 * 3600, data.trace().submitSeconds(0));
    assertEquals("28803", data.known(START_TIME, 0));
    assertEquals("29300", data.known(END_TIME, 0));
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertEquals(
        Map.of(
            "of jobs that had not ended", 1L,
            "without a number of GPUs", 1L,
            "without a duration", 1L,
            "without a task", 1L,
            "of jobs that never started", 1L,
            "without a time of submission", 1L,
            "larger than what there is of their GPU types", 1L),
        imported().report().leftOut());
  }

  @Test
  void groupsMayBeMissing() throws IOException {
    Files.delete(folder.resolve("pai_group_tag_table.csv"));
    imported().assertNoted("There is no pai_group_tag_table.csv");
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Files.writeString(folder.resolve("pai_task_table.csv"), TASKS.replace("2.0,T", "two,T"));
    refused("pai_task_table.csv:3: inst_num: expected a number");
    Files.delete(folder.resolve("pai_task_table.header"));
    refused("expected a file pai_task_table.header in this folder");
  }

  private void refused(String message) {
    Imported.refused(PaiImporter.IMPORTER, folder, folder.resolve("none"), Map.of(), message);
  }
}

package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

class SacctImporterTest {
  /**
   * 10 has types and their sum; 11_2 is of an array, 12+0 and 12+1 are parts of one job; 13 never
   * started, 14 still runs, 15 has no GPUs; 16 was started twice; 17 was cancelled by someone.
   */
  private static final String TEXT =
      """
      JobID|User|Partition|QOS|State|Submit|Eligible|Start|End|ElapsedRaw|TimelimitRaw|NNodes|NCPUS|ReqTRES|AllocTRES|NodeList|Priority|JobName
      10|ann|gpu|normal|COMPLETED|2026-03-02T09:00:00|2026-03-02T09:10:00|2026-03-02T09:30:00|2026-03-02T10:30:00|3600|120|2|16|cpu=16,gres/gpu:a100=4,mem=64G,node=2|billing=9,cpu=16,gres/gpu:a100=4,gres/gpu=4,mem=64G,node=2|n[01-02]|4294|train
      10.batch||||COMPLETED|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T10:30:00|3600||1|8||cpu=8,gres/gpu=2|n01||batch
      10.0||||COMPLETED|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T10:30:00|3600||2|16||cpu=16,gres/gpu=4|n[01-02]||python
      11_2|bob|gpu|high|FAILED|2026-03-02T09:05:00|2026-03-02T09:05:00|2026-03-02T09:05:00|2026-03-02T09:15:00|600|UNLIMITED|1|8|cpu=8,gres/gpu=1|cpu=8,gres/gpu:a100=1,gres/gpu:v100=1|n03|1|sweep
      11_[3-9%2]|bob|gpu|high|PENDING|2026-03-02T09:05:00|Unknown|Unknown|Unknown|0|UNLIMITED|1|8|cpu=8,gres/gpu=1||None assigned|1|sweep
      12+0|bob|long|high|COMPLETED|2026-03-02T09:06:00|2026-03-02T09:06:00|2026-03-02T09:20:00|2026-03-02T09:30:00|600|Partition_Limit|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n09|1|mpi
      12+1|bob|long|high|COMPLETED|2026-03-02T09:06:00|2026-03-02T09:06:00|2026-03-02T09:20:00|2026-03-02T09:30:00|600|Partition_Limit|1|8|cpu=8,gres/gpu=1|cpu=8,gres/gpu=1|n10|1|mpi
      13|ann|gpu|normal|CANCELLED by 1000|2026-03-02T09:10:00|2026-03-02T09:10:00|None|2026-03-02T09:20:00|0|120|1|8|cpu=8,gres/gpu=2||None assigned|1|gone
      14|ann|gpu|normal|RUNNING|2026-03-02T09:11:00|2026-03-02T09:11:00|2026-03-02T09:12:00|Unknown|9000|120|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n04|1|on
      15|ann|gpu|normal|COMPLETED|2026-03-02T09:12:00|2026-03-02T09:12:00|2026-03-02T09:13:00|2026-03-02T09:14:00|60|120|1|8|cpu=8|cpu=8|n04|1|cpu
      16|ann|gpu|normal|NODE_FAIL|2026-03-02T09:20:00|2026-03-02T09:20:00|2026-03-02T09:30:00|2026-03-02T09:40:00|600|120|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n04|1|again
      16|ann|gpu|normal|COMPLETED|2026-03-02T09:40:00|2026-03-02T09:40:00|2026-03-02T10:00:00|2026-03-02T10:20:00|1200|120|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n05|1|again
      17|ann|gpu|normal|CANCELLED by 1000|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T09:40:00|2026-03-02T09:50:00|300|120|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n06|1|ctrl|c
      18|ann|gpu|normal|CANCELLED by 1000|2026-03-02T09:30:00|2026-03-02T09:30:00|2026-03-02T09:40:00|2026-03-02T09:50:00|300|120|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n06|1|ctrl-c
      """;

  /** As Slurm 21 writes it, and as later versions do. */
  private static final String JSON =
      """
      {"meta": {"Slurm": {}}, "errors": [], "jobs": [
        {"job_id": 31, "user": "ann", "name": "a", "partition": "gpu", "qos": "normal",
         "array": {"job_id": 30, "task_id": 4}, "het": {"job_id": 0, "job_offset": null},
         "state": {"current": "COMPLETED"}, "allocation_nodes": 1, "nodes": "n[1-1]",
         "time": {"submission": 1772442000, "eligible": 1772442000, "start": 1772442060,
                  "end": 1772442360, "elapsed": 300, "limit": 60},
         "tres": {"allocated": [{"type": "cpu", "name": null, "id": 1, "count": 8},
                                {"type": "gres", "name": "gpu", "id": 1001, "count": 2},
                                {"type": "gres", "name": "gpu:a100", "id": 1002, "count": 2}]},
         "steps": [{"tres": {}}]},
        {"job_id": 41, "user": "bob", "name": "b", "partition": "gpu", "qos": "normal",
         "array": {"job_id": 0, "task_id": {"set": false, "infinite": false, "number": 0}},
         "het": {"job_id": 40, "job_offset": {"set": true, "infinite": false, "number": 1}},
         "state": {"current": ["TIMEOUT"]}, "allocation_nodes": 1, "nodes": "n2",
         "priority": {"set": true, "infinite": false, "number": 77}, "restart_cnt": 2,
         "time": {"submission": 1772442001, "eligible": 1772442001, "start": 1772442061,
                  "end": 1772442361, "elapsed": 300,
                  "limit": {"set": true, "infinite": true, "number": 0}},
         "tres": {"allocated": [{"type": "gres", "name": "gpu:a100", "id": 1002, "count": 3}]}},
        {"job_id": 42, "user": "bob", "state": {"current": ["PENDING"]}, "partition": "gpu",
         "time": {"submission": 1772442001, "eligible": 0, "start": 0, "end": 0, "elapsed": 0},
         "tres": {"allocated": []}}
      ]}
      """;

  @TempDir private Path folder;

  private Imported text(Map<String, Object> options) throws IOException {
    return Imported.of(SacctImporter.IMPORTER, folder, "sacct.txt", TEXT, options);
  }

  @Test
  void jobsAreTakenAndStepsAreNot() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals(List.of("10", "11_2", "12+0", "12+1", "16", "18"), jobs.ids());
    assertEquals(
        Map.of(
            "steps of jobs",
            2L,
            "of jobs that never started",
            2L,
            "of jobs that had not ended",
            1L,
            "CPU job",
            1L,
            "with more or fewer fields than the header",
            1L),
        jobs.report().leftOut());
    assertEquals(LocalDateTime.of(2026, 3, 2, 0, 0), jobs.reader().origin());
    assertEquals("CANCELLED", jobs.trace().state(5));
  }

  @Test
  void gpusAreCountedOnce() throws IOException {
    assertEquals(List.of(4, 2, 2, 1, 2, 2), text(Map.of()).gpus());
  }

  @Test
  void partitionsBecomeVirtualClusters() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals(2, jobs.cluster().gpusPerNode());
    // 10, 16 and 18 hold 8 GPUs from 09:40 on, in the second in which 16 ends for the first time;
    // as one job 16 lasts 1,800 s from 09:30 on.
    assertEquals(
        List.of(new VirtualCluster("gpu", 4), new VirtualCluster("long", 2)),
        jobs.cluster().virtualClusters());
    assertEquals(
        List.of(new VirtualCluster("gpu", 16), new VirtualCluster("long", 4)),
        text(Map.of("nodes", "gpu=16,long=4")).cluster().virtualClusters());
  }

  @Test
  void whatSlurmKnowsIsKept() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals(1800, jobs.waited(0));
    assertEquals(
        600,
        jobs.trace().optional().number(JobAttribute.ELIGIBLE_TIME, 0)
            - jobs.trace().submitSeconds(0));
    assertEquals("n01|n02", jobs.known(JobAttribute.NODE_NAMES, 0));
    assertEquals("a100", jobs.known(JobAttribute.GPU_TYPE, 0));
    assertEquals("7200", jobs.known(JobAttribute.TIME_LIMIT, 0));
    assertEquals("65536", jobs.known(JobAttribute.MEMORY_MIB, 0));
    assertEquals("normal", jobs.known(JobAttribute.JOB_CLASS, 0));
    assertEquals("", jobs.known(JobAttribute.TIME_LIMIT, 1));
    assertEquals("", jobs.known(JobAttribute.TIME_LIMIT, 2));
  }

  @Test
  void arraysAndPartsAreGroups() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals("11", jobs.known(JobAttribute.JOB_GROUP, 1));
    assertEquals("array", jobs.known(JobAttribute.GROUP_KIND, 1));
    assertEquals("12", jobs.known(JobAttribute.JOB_GROUP, 2));
    assertEquals("gang", jobs.known(JobAttribute.GROUP_KIND, 3));
  }

  @Test
  void attemptsAreOneJob() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals("2", jobs.known(JobAttribute.ATTEMPTS, 4));
    assertEquals(1800, jobs.trace().durationSeconds(4));
    assertEquals(600, jobs.waited(4));
    assertEquals("COMPLETED", jobs.trace().state(4));
  }

  @Test
  void suspensionsAreTold() throws IOException {
    Imported jobs = text(Map.of());
    assertEquals(300, jobs.trace().durationSeconds(5));
    assertTrue(
        jobs.report().notes().stream().anyMatch(each -> each.startsWith("1 job ran for another")),
        jobs.report().notes().toString());
  }

  @Test
  void jobsWithoutGpusMayCountAsWholeNodes() throws IOException {
    Imported jobs = text(Map.of("cpu-jobs", SacctJobs.CpuJobs.WHOLE_NODES, "gpus-per-node", 4L));
    assertEquals(List.of("10", "11_2", "12+0", "12+1", "15", "16", "18"), jobs.ids());
    assertEquals(4, jobs.gpus().get(4));
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    Imported jobs = Imported.of(SacctImporter.IMPORTER, folder, "jobs.json", JSON, Map.of());
    assertEquals(List.of("30_4", "40+1"), jobs.ids());
    assertEquals(List.of(2, 3), jobs.gpus());
    assertEquals(60, jobs.waited(0));
    assertEquals(LocalDateTime.of(2026, 3, 2, 0, 0), jobs.reader().origin());
    assertEquals(9 * 3600, jobs.trace().submitSeconds(0));
    assertEquals("3600", jobs.known(JobAttribute.TIME_LIMIT, 0));
    assertEquals("", jobs.known(JobAttribute.TIME_LIMIT, 1));
    assertEquals("n1", jobs.known(JobAttribute.NODE_NAMES, 0));
    assertEquals("77", jobs.known(JobAttribute.PRIORITY, 1));
    assertEquals("3", jobs.known(JobAttribute.ATTEMPTS, 1));
    assertEquals("TIMEOUT", jobs.trace().state(1));
    assertEquals(Map.of("of jobs that never started", 1L), jobs.report().leftOut());
    assertTrue(jobs.report().notes().contains("Times are those of UTC."));
  }

  @Test
  void aHeaderThatLacksColumnsIsAnsweredByTheCommand() {
    DataException refusal =
        assertThrows(
            DataException.class,
            () ->
                Imported.of(
                    SacctImporter.IMPORTER,
                    folder,
                    "s.txt",
                    "JobID|State\n1|COMPLETED\n",
                    Map.of()));
    assertTrue(
        refusal.getMessage().contains("it lacks Submit, Start, End, AllocTRES or ReqTRES"),
        refusal.getMessage());
    assertTrue(refusal.getMessage().contains("Maybe sacct -aXP -o"), refusal.getMessage());
  }
}

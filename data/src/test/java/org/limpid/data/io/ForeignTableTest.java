package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.Problem;

/** A table of another kind is one problem, whatever it is. */
class ForeignTableTest {
  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder);
  }

  private Problem only(String file, String content) {
    dataset.with(file, content);
    List<Problem> problems = DatasetCheck.check(folder);
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().file().endsWith(file), problems.toString());
    assertFalse(problems.getFirst().toString().contains("\n"));
    assertTrue(problems.getFirst().hint().contains("docs/"), problems.toString());
    return problems.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          job_id,num_gpu,submit_time,iterations,model_name,duration,interval ! Tiresias ! import tiresias
          name,cpu_milli,memory_mib,num_gpu,gpu_milli,pod_phase,creation_time ! openb ! import openb
          sn,cpu_milli,memory_mib,gpu,model ! node list of openb ! import openb
          JobIDRaw|User|Account|Partition|State|Submit|ElapsedRaw|AllocTRES ! sacct ! import sacct
          id_job,id_user,time_submit,timelimit,state,tres_req ! Slurm database ! time_submit is submit_time
          job_id,submission_time,num_iteration,model_name,num_gpu,duration ! ElasticFlow ! import elasticflow
          job_name,organization,gpu_model,cpu_request,gpu_request,worker_num ! spot GPU ! import spot-gpu
          job_name,inst_id,user,status,start_time,end_time ! PAI ! import pai
          ; UnixStartTime: 1 ! Standard Workload Format ! import swf
          [{"jobid":"a","attempts":[]}] ! Philly ! import philly
          {"jobs":[]} ! JSON ! import philly
          job;who;when;how long ! semicolons ! job is called job_id here
          JobID   JobName  UID  Start  Submit  End ! blanks ! Submit is submit_time
          1,7,0,4,-1 ! without a header line ! Maybe convert it
          ResNet-18\tpython3 main.py --n\t20\t0\t1 ! Gavel ! import tiresias
          """)
  void knownTablesAreNamed(String header, String what, String hint) {
    Problem problem = only("jobs.csv", header.replace("\\t", "\t") + "\n");
    assertEquals(1, problem.line());
    assertTrue(problem.message().contains(what), problem.toString());
    assertTrue(problem.hint().contains(hint), problem.toString());
  }

  /** Nobody knows this one, but its words are those of other logs. */
  @Test
  void unknownTablesAreGuessedByTheirWords() {
    Problem problem = only("jobs.csv", "Job ID,username,arrival,run_time,ngpus,weather\n");
    assertTrue(problem.message().contains("these are others"), problem.toString());
    assertEquals("Job ID,username,arrival,run_time,ngpus,weather", problem.value());
    assertTrue(
        problem
            .hint()
            .contains(
                "Job ID is called job_id here, username is user, ngpus is gpu_num,"
                    + " arrival is submit_time, run_time is duration"),
        problem.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          vc.csv ! cluster,node_count ! node_count
          single.csv ! workload,bs,fp16,throughput ! workload is called model here, bs is batchsize
          pairs.csv ! a,b,slowdown ! Maybe convert it
          series.csv ! date,arrivals,gpus ! date is called time here
          forecast.csv ! timestamp,yhat ! timestamp is called time here
          guess.csv ! id,hours ! id is called job_id here
          """)
  void otherFilesAreTold(String file, String header, String hint) {
    assertTrue(only(file, header + "\n").hint().contains(hint));
  }

  @Test
  void headersMayBeLong() {
    Problem problem = only("jobs.csv", "long ".repeat(100_000) + "\n");
    assertTrue(problem.message().contains("blanks between its fields"), problem.toString());
  }

  /** One column of many is a slip, and named by itself. */
  @Test
  void oneOtherNameIsASlip() {
    dataset.with("jobs.csv", SmallDataset.JOBS.replace(",gpu_num,", ",num_gpu,"));
    List<Problem> problems = DatasetCheck.check(folder);
    assertEquals(List.of("num_gpu", "gpu_num"), problems.stream().map(Problem::column).toList());
    assertEquals("Maybe 'gpu_num' was meant.", problems.getFirst().hint());
    assertEquals("Maybe it is called 'num_gpu' there.", problems.getLast().hint());
  }

  /** "state" is not "date", nor "vc" "id": short names are alike by chance. */
  @Test
  void shortNamesAreNotGuessed() {
    Problem problem = only("jobs.csv", "date,ab,xy\n");
    assertTrue(problem.hint().startsWith("Maybe convert it: docs"), problem.toString());
  }
}

package org.limpid.app.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limpid.data.doctor.Doctor;

/** Small valid files of every kind that Limpid reads, and the commands that read them. */
final class FuzzInputs {
  private static final String HELIOS =
      """
      job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration,queue
      4,ann,blue,1,4,1,COMPLETED,2020-04-02 08:00:05,2020-04-02 08:00:05,2020-04-02 08:10:05,600,0
      2,bob,blue,16,4,2,FAILED,2020-04-02 08:00:00,2020-04-02 08:00:05,2020-04-02 08:10:05,40000,0
      6,bob,blue,8,4,1,CANCELLED,2020-04-02 09:00:00,None,2020-04-02 09:10:05,0,600
      1,ann,blue,1,4,1,COMPLETED,2020-04-02 08:00:05,2020-04-02 08:00:05,2020-04-02 08:10:05,90,0
      """;
  private static final String PHILLY =
      """
      timestamp,duration,num_gpus,gpu_time,cluster
      2017-10-09 07:00:00,600.0,8,4800.0,6214e9
      2017-10-08 23:00:00,40.0,16,640.0,103959
      2017-10-09 06:00:00,0.0,1,0.0,6214e9
      """;
  private static final String JOB_LOG =
      """
      [{"status": "Pass", "vc": "6214e9", "jobid": "application_2", "user": "ce2b05",
        "submitted_time": "2017-10-09 06:00:00", "attempts": [
          {"start_time": "2017-10-09 06:00:10", "end_time": "2017-10-09 06:01:10",
           "detail": [{"ip": "m9", "gpus": ["gpu0", "gpu7"]}, {"ip": "m2", "gpus": ["gpu1"]}]},
          {"start_time": null, "end_time": "None", "detail": []},
          {"start_time": "2017-11-05 01:05:00", "end_time": "2017-11-05 01:00:30",
           "detail": [{"ip": "m3", "gpus": ["gpu0"]}]}]}]
      """;
  private static final String PODS =
      """
      name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
      openb-pod-0000,12500,16384,1,1000,,LS,Running,10,500,12
      openb-pod-0001,6000,12288,1,460,P100|G2,BE,Succeeded,5,105,5
      """;
  private static final String SPOT =
      """
      job_name,organization,gpu_model,cpu_request,gpu_request,worker_num,submit_time,duration,job_type
      0,org_1,A10,3.5,0.25,6,0.0,15897599.0,HP
      1,org_2,A10,96.0,1.0,2.0,90000.4,3600.0,Spot
      """;
  private static final String KALOS =
      """
      job_id,user,node_num,gpu_num,cpu_num,mem_per_pod_GB,shared_mem_per_pod,type,state,submit_time,start_time,end_time,fail_time,stop_time,duration,queue,gpu_time
      dlc1a,u1,2,16,120,256.0,100,Other,FAILED,2023-05-17 11:00:58+00:00,2023-05-17 11:01:08+00:00,,2023-05-17 11:01:16+00:00,,18,10,288
      """;
  private static final String LUCID =
      """
      job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,dataset,model,batchsize,amp,speed,gpu_util,gmem_util,gmem
      9,ann,vc8Gr,,1,4,COMPLETED,2020-09-01 00:00:00,50,CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0
      3,bob,vcefl,,8,4,FAILED,2020-09-26 23:59:00,51,CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0
      """;
  private static final String PAIRS =
      """
      ,model1,dataset1,gpu_num1,batchsize1,amp1,speed1,model2,dataset2,gpu_num2,batchsize2,amp2,speed2,gpu_util,gmem_util,gmem
      0,VGG,CIFAR-10,1,64,1,0.96,VGG,CIFAR-10,1,64,1,0.9,70.5,30,5106
      """;
  private static final String SINGLES =
      """
      model,dataset,batchsize,amp,speed,gpu_util,gmem_util,gmem,label
      VGG,CIFAR-10,64,1,10.5,62.0,34.0,3642.0,2
      """;
  private static final String ELASTIC =
      """
      job_id,submit_time,iteration,model_name,ddl,batch_size,num_gpu,duration,best_effort
      0,0,3000,vgg16,900,64,1,600,0
      1,50,3900,bert,1000,64,4,376,1
      """;
  private static final String SACCT =
      """
      JobID|User|Partition|QOS|State|Submit|Eligible|Start|End|ElapsedRaw|TimelimitRaw|NNodes|NCPUS|ReqTRES|AllocTRES|NodeList|Priority|Restarts
      10|ann|gpu|normal|COMPLETED|2026-03-02T09:00:00|2026-03-02T09:10:00|2026-03-02T09:30:00|2026-03-02T10:30:00|3600|120|2|16|cpu=16,gres/gpu:a100=4,mem=64G|cpu=16,gres/gpu:a100=4,gres/gpu=4|n[01-02,7]|4294|0
      10.batch||||COMPLETED|2026-03-02T09:30:00||2026-03-02T09:30:00|2026-03-02T10:30:00|3600||1|8||cpu=8|n01||
      11_2|bob|gpu|high|CANCELLED by 5|2026-03-02T09:05:00|Unknown|2026-03-02T09:05:00|2026-03-02T09:15:00|600|UNLIMITED|1|8|cpu=8,gres/gpu=1|cpu=8,gres/gpu=1|n03|1|2
      12+0|bob|long|high|RUNNING|2026-03-02T09:06:00|2026-03-02T09:06:00|2026-03-02T09:20:00|Unknown|600|Partition_Limit|1|8|cpu=8,gres/gpu=2|cpu=8,gres/gpu=2|n09|1|0
      """;
  private static final String SACCT_JSON =
      """
      {"meta": {"Slurm": {}}, "jobs": [
        {"job_id": 31, "user": "ann", "partition": "gpu", "array": {"job_id": 30, "task_id": 4},
         "state": {"current": ["COMPLETED"]}, "allocation_nodes": 1, "nodes": "n[1-2]",
         "time": {"submission": 1772442000, "start": 1772442060, "end": 1772442360,
                  "elapsed": 300, "limit": {"set": true, "infinite": false, "number": 60}},
         "tres": {"allocated": [{"type": "gres", "name": "gpu", "count": 2}]}, "steps": []}]}
      """;
  private static final String SWF =
      """
      ; UnixStartTime: 1464739200
      ; TimeZoneString: Europe/Berlin
      ; MaxNodes: 10
      ; MaxProcs: 40
      ; Queue: 1 normal
      1 0 60 600 8 -1 -1 8 3600 2048 1 7 1 4 1 1 -1 -1
      2 10.5 -1 100 -1 -1 -1 12 -1 -1 0 8 1 -1 2 1 1 30
      """;
  private static final String MIRAGE =
      """
        JobID JobName  UID Start Submit End Priority TimelimitR ExitCode NNodes
      ------- ------- ---- ----- ------ --- -------- ---------- -------- ------
      11 dimer 00000 2022-11-01T10:00:00 2022-11-01T09:00:00 2022-11-01T12:00:00 1234 120 0:0 2
      13 train 00001 810653 2022-11-01T11:00:00 2022-11-01T10:40:00 2022-11-01T13:00:07 1 120 1:0 3
      """;
  private static final String QUEUE =
      """
      JOBID|PARTITION|STATE|NODES|TIME_LIMIT|TIME|SUBMIT_TIME|START_TIME|REASON
      100|gpu|RUNNING|1|2-00:00:00|1-20:00:00|2026-03-01T10:00:00|2026-03-01T13:00:00|None
      101|gpu,cpu|PENDING|4|10:00:00|0:00|2026-03-03T07:00:00|N/A|Resources
      """;
  private static final String NODES =
      """
      PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST
      gpu*         up 2-00:00:00      3  alloc n[01-03]
      gpu*         up   infinite      1  idle~ n04
      """;
  private static final String TIRESIAS =
      """
      job_id,num_gpu,submit_time,iterations,model_name,duration,interval
      0,1,0,606,vgg19,164,30
      1,8,30,133,vgg11,147,23
      """;
  private static final String SYNERGY = "0,wide,.125,3000,4\n1,wide,8,2500,1\n";
  private static final String SERVERS =
      """
      [CLUSTER]
      racks = 1
      servers_per_rack = 2
      cpus_per_server = 24
      """;
  private static final String ZOO =
      """
      {"cpu_axis": [1, 3], "mem_axis_gb": [20, 60], "zoo": {"models": {"wide_1": {"gpus": 1,
        "cpu_per_gpu": 3, "mem_gb_per_gpu": 60, "iter_time_s_fair": 0.5, "speedup_best_vs_fair": 1,
        "tput": [[0.2, 0.4], [0.2, 1]]}}}}
      """;
  private static final String GAVEL =
      "LM (batch size 5)\tpython main.py\tlm\t--steps\t1\t1000\t1\t2\t-1.000000\t0\n"
          + "LM (batch size 5)\tpython main.py\tlm\t--steps\t1\t1000\t1\t1.5\t1.2\t90\n";
  private static final String RATES =
      "{\"v100\": {\"('LM (batch size 5)', 1)\": {\"null\": 10.0}}}";
  private static final String SETTINGS =
      """
      {"format": "limpid-settings/1", "profilerNodes": 1, "profilerSeconds": 100,
       "profilerFactor": 2, "sharingLimit": 3, "memoryMarginMib": 512}
      """;

  private final Path folder;
  private final Consumer<String> command;

  /**
   * @param folder to fill
   * @param command runs a command, which has to succeed
   */
  FuzzInputs(Path folder, Consumer<String> command) {
    this.folder = folder;
    this.command = command;
  }

  /** Makes all files; runs, which have most kinds of them, count three times. */
  List<Subject> make() throws IOException {
    command.accept(
        "data generate --out @data --elastic --jobs 80 --days 3 --history-days 2 --clusters a=2,b=1"
            + " --seed 3");
    command.accept("train --data @data --out @models");
    command.accept("simulate --data @data --policy fifo,srtf,qssf,lucid --explain --out @run");
    command.accept("simulate --data @data --policy lucid --models @models --explain --out @learnt");
    command.accept("table7 --data @data --models workload --out @table7");
    tables();
    imports();
    chains();
    write("settings.json", SETTINGS);
    return List.of(
        data(),
        run(),
        run(),
        run(),
        learnt(),
        models(),
        table(),
        tableModels(),
        helios(),
        philly(),
        elasticFlow(),
        published(),
        lucid(),
        logs(),
        chain(),
        others());
  }

  private void chains() throws IOException {
    StringBuilder waits = new StringBuilder("planned_wait_h,queue_jobs,wait_h\n");
    for (int row = 0; row < 60; row++) {
      waits.append("%d,%d,%d\n".formatted(row % 48, row % 7, row % 48 + row % 7));
    }
    write("waits.csv", waits.toString());
    command.accept(
        "model train --csv @waits.csv --target wait_h --params outer_bags=2,max_rounds=20 --out"
            + " @chain/gap-price-2.json");
    write("chain/queue.txt", QUEUE);
    write("chain/nodes.txt", NODES);
    command.accept("data import mirage @logs/ls6.log --nodes 4 --out @chain/site");
  }

  private void tables() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder csv = new StringBuilder("size,colour,when,price,cheap,share\n");
    for (int row = 0; row < 60; row++) {
      long size = random.nextLong(50, 200);
      String colour = random.nextBoolean() ? "red" : "\"dark, blue\"";
      csv.append(row % 15 == 7 ? "" : size).append(',').append(colour).append(",2026-03-");
      csv.append(10 + row % 20).append(',').append(1000 * size + random.nextLong(5000));
      csv.append(',').append(size < 120 ? "yes" : "no").append(',').append(1 + row % 2);
      csv.append('\n');
    }
    write("table.csv", csv.toString());
    String train = "model train --csv @table.csv --out @%s.json --target %s --model %s %s";
    command.accept(train.formatted("ebm", "price", "ebm", "--params outer_bags=2,max_rounds=20"));
    command.accept(train.formatted("yes", "cheap", "ebm", "--params outer_bags=2,max_rounds=20"));
    command.accept(train.formatted("linear", "price", "linear", ""));
    command.accept(train.formatted("tree", "cheap", "tree", ""));
    command.accept("model export @yes.json --format interpret --out @interpret.json");
  }

  private void imports() throws IOException {
    write("helios/data/Venus/cluster_log.csv", HELIOS);
    write(
        "helios/data/Venus/cluster_gpu_number.csv",
        "date,total,blue,red\n2020-04-01,8,8,0\n2020-04-02,21,16,5\n");
    write("philly/philly.csv", PHILLY);
    write("elastic/jobs.csv", ELASTIC);
    write(
        "elastic/tables/vgg16.csv", "global_batch_size,1,2,4\n64,5.05,9.03,14.75\n128,2.6,4.9,\n");
    write("elastic/tables/bert.csv", "global_batch_size,1,2,4\n64,6.03,nan,10.35\n");
    write("elastic/n2g8.csv", "num_switch,num_node_p_switch,num_gpu_p_node\n1,2,8\n");
    write("logs/sacct.txt", SACCT);
    write("logs/sacct.json", SACCT_JSON);
    write("logs/site.swf", SWF);
    write("logs/ls6.log", MIRAGE);
    write("logs/jobs.csv", TIRESIAS);
    write("logs/gavel.trace", GAVEL);
    write("logs/rates.json", RATES);
    write("logs/synergy.csv", SYNERGY);
    write("logs/servers.ini", SERVERS);
    write("logs/zoo.json", ZOO);
    published("philly/cluster_job_log", JOB_LOG);
    published(
        "philly/cluster_machine_list",
        "machineId, number of GPUs, single GPU mem\nm9, 2, 12GB\nm3, 8, 24GB\n");
    published("openb/openb_pod_list_default.csv", PODS);
    published(
        "openb/openb_node_list_gpu_node.csv",
        "sn,cpu_milli,memory_mib,gpu,model\nn0,64000,262144,2,P100\nn1,96000,393216,8,G2\n");
    published("spot/job_info_df.csv", SPOT);
    published(
        "spot/node_info_df.csv",
        "gpu_model,gpu_capacity_num,cpu_num,node_name\nA10,1,128,a\nA10,1,128,b\n");
    published("trace_kalos.csv", KALOS);
    published("pai/pai_job_table.header", "job_name,inst_id,user,status,start_time,end_time\n");
    published("pai/pai_job_table.csv", "j,i,u,Terminated,86400.0,86900.0\n");
    published(
        "pai/pai_task_table.header",
        "job_name,task_name,inst_num,status,start_time,end_time,plan_cpu,plan_mem,plan_gpu,gpu_type\n");
    published("pai/pai_task_table.csv", "j,w,5.0,T,86403.0,86900.0,600.0,10.0,50.0,T4\n");
    published("pai/pai_machine_spec.header", "machine,gpu_type,cap_cpu,cap_mem,cap_gpu\n");
    published("pai/pai_machine_spec.csv", "m1,T4,96,512,2\nm2,T4,96,512,2\n");
    String artifact = "lucid/simulator/";
    write(artifact + "data/Venus/cluster_full_log.csv", LUCID);
    write(artifact + "data/Venus/vc_config.csv", ",num\nvc8Gr,1\nvcefl,2\nvcYVn,1\n");
    write(
        artifact + "data/Venus/cluster_throughput.csv",
        "time,submit_gpu_job,submit_gpu_num\n2020-04-01 00:00:00,3,3\n");
    write(artifact + "data/colocate_info.csv", PAIRS);
    write(artifact + "analyzer/single_data.csv", SINGLES);
    write(
        artifact + "estimator/ebm/Venus_Sept_ebm_weekly_updated.csv",
        "job_id,priority\n9,10\n3,3\n");
    write(
        artifact + "predictor/Venus_throughput_pred.csv",
        "time,pred_gpu_job,pred_gpu_num\n2020-09-01 00:00:00,5.4,28.8\n");
  }

  private void published(String name, String content) throws IOException {
    write("published/" + name, content);
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Subject data() {
    return new Subject(
        "data set",
        below("data"),
        List.of(
            "data check @data",
            "data check @data --json",
            "data describe @data",
            "data describe @data --json",
            "data doctor @data --json",
            "data doctor @data --fix --guess " + String.join(",", Doctor.guessed()) + " --out @out",
            "data sample @data --share 0.5 --scale-nodes --out @out",
            "data convert @data --to swf --out @out",
            "data elastic @data --best-effort 0.5 --out @out",
            "simulate --data @data --policy fifo,tiresias --explain --out @out",
            "simulate --data @data --policy lucid,qssf,ideal --out @out",
            "simulate --data @data --policy lucid --models @models --out @out",
            "whatif --run @run --policy fifo --change nodes#a#+1 --data @data",
            "train --data @data --out @out"));
  }

  private Subject run() {
    return new Subject(
        "run",
        below("run"),
        List.of(
            "explain job @job --run @run --policy @policy",
            "explain job @job --run @run --policy @policy --all --json",
            "explain job @job --run @run --policy @policy --models @models",
            "explain user @user --run @run --policy @policy",
            "explain vc a --run @run --policy @policy --json",
            "explain policy @policy lucid --run @run",
            "explain policy fifo @policy --run @run --json",
            "audit --run @run --policy @policy",
            "audit --run @run --policy lucid --json",
            "whatif --run @run --policy @policy --change nodes#a#+1 --out @out",
            "whatif --run @run --policy @policy --change nodes#b#+1",
            "whatif --run @run --policy @policy --job @job --earlier 60",
            "plot all --run @run --out @out --format svg,csv",
            "plot all --run @run --data @data --models @models --out @out --format svg,md",
            "report --run @run --out @out"));
  }

  private Subject chain() {
    String advise =
        "chain advise --models @chain --squeue @chain/queue.txt --sinfo @chain/nodes.txt --job 100";
    String windows = " --data @chain/site --windows 1 --from 2022-10-30T04:00 --out @out";
    return new Subject(
        "chain",
        below("chain"),
        List.of(
            advise,
            advise + " --partition gpu --json",
            "chain baselines" + windows,
            "chain samples --probes 2" + windows,
            "chain validate --models @chain --json" + windows,
            "chain why --data @chain/site --models @chain --from 2022-10-30T04:00"));
  }

  private Subject learnt() {
    return new Subject(
        "run with models",
        below("learnt"),
        List.of(
            "explain job @job --run @learnt --models @models",
            "whatif --run @learnt --change nodes#a#+1",
            "plot all --run @learnt --out @out --format csv"));
  }

  private Subject models() {
    return new Subject(
        "folder of models",
        below("models"),
        List.of(
            "simulate --data @data --policy lucid,qssf --models @models --out @out",
            "explain job @job --run @learnt --models @models",
            "audit --run @run --policy qssf --models @models",
            "model explain @models/throughput-jobs.json",
            "plot all --models @models --data @data --out @out --format svg,csv"));
  }

  private Subject table() {
    return new Subject(
        "table",
        List.of("table.csv"),
        List.of(
            "model train --csv @table.csv --out @out.json --target price --model linear",
            "model train --csv @table.csv --out @out.json --target cheap --model tree",
            "model train --csv @table.csv --out @out.json --target price --params"
                + " outer_bags=1,max_rounds=5",
            "model train --csv @table.csv --out @out.json --target cheap --weights share --params"
                + " outer_bags=1,max_rounds=5",
            "model predict @ebm.json --csv @table.csv --out @out.csv --uncertainty",
            "model predict @tree.json --csv @table.csv --out @out.csv --safe-csv",
            "model eval @yes.json --csv @table.csv",
            "model eval @linear.json --csv @table.csv --json",
            "model explain @ebm.json --csv @table.csv --row 3"));
  }

  private Subject tableModels() {
    List<String> commands = new ArrayList<>();
    List<String> names = List.of("ebm", "yes", "linear", "tree", "interpret");
    for (String name : names) {
      commands.add("model explain @%s.json".formatted(name));
      commands.add("model explain @%s.json --csv @table.csv --row 2 --json".formatted(name));
      commands.add("model predict @%s.json --csv @table.csv --out @out.csv".formatted(name));
      commands.add("model eval @%s.json --csv @table.csv".formatted(name));
      commands.add("model export @%s.json --format pmml --out @out.xml".formatted(name));
      commands.add("model export @%s.json --format java --out @Out.java".formatted(name));
      commands.add("model edit @%s.json --monotone size:+ --out @out.json".formatted(name));
    }
    return new Subject("model", names.stream().map(name -> name + ".json").toList(), commands);
  }

  private Subject helios() {
    return new Subject(
        "Helios trace",
        below("helios"),
        List.of("data import helios @helios --cluster Venus --out @out"));
  }

  private Subject philly() {
    return new Subject(
        "Philly table",
        below("philly"),
        List.of("data import elasticflow @philly/philly.csv --out @out"));
  }

  private Subject elasticFlow() {
    return new Subject(
        "jobs and tables of ElasticFlow",
        below("elastic"),
        List.of(
            "data import elasticflow @elastic/jobs.csv --throughput @elastic/tables"
                + " --cluster @elastic/n2g8.csv --out @out"));
  }

  private Subject published() {
    return new Subject(
        "published trace",
        below("published"),
        List.of(
            "data import philly @published/philly --out @out",
            "data import pai @published/pai --out @out",
            "data import openb @published/openb --out @out",
            "data import spot-gpu @published/spot --starts observed --out @out",
            "data import acme @published/trace_kalos.csv --out @out"));
  }

  private Subject lucid() {
    return new Subject(
        "Lucid artifact", below("lucid"), List.of("data import lucid @lucid --out @out"));
  }

  private Subject logs() {
    return new Subject(
        "log of a batch system",
        below("logs"),
        List.of(
            "data import sacct @logs/sacct.txt --out @out",
            "data import sacct @logs/sacct.txt --cpu-jobs whole-nodes --out @out",
            "data import sacct @logs/sacct.json --out @out",
            "data import swf @logs/site.swf --out @out",
            "data import swf @logs/site.swf --procs-per-node 4 --out @out",
            "data import mirage @logs/ls6.log --out @out",
            "data import tiresias @logs/jobs.csv --out @out",
            "data import synergy @logs/synergy.csv --cluster @logs/servers.ini --models"
                + " @logs/zoo.json --out @out",
            "data import tiresias @logs/gavel.trace --throughputs @logs/rates.json --out @out"));
  }

  private Subject others() {
    List<String> files = new ArrayList<>(below("table7"));
    files.add("settings.json");
    return new Subject(
        "settings and comparison",
        files,
        List.of(
            "simulate --data @data --policy lucid --settings @settings.json --out @out",
            "plot all --table7 @table7 --out @out --format svg,csv,tex,html"));
  }

  /** Without what nobody reads back. */
  private List<String> below(String name) {
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

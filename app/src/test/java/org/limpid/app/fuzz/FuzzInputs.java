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
        "data generate --out @data --jobs 80 --days 3 --history-days 2 --clusters a=2,b=1 --seed"
            + " 3");
    command.accept("train --data @data --out @models");
    command.accept("simulate --data @data --policy fifo,srtf,qssf,lucid --explain --out @run");
    command.accept("simulate --data @data --policy lucid --models @models --explain --out @learnt");
    command.accept("table7 --data @data --models workload --out @table7");
    tables();
    imports();
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
        lucid(),
        others());
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

  private Subject lucid() {
    return new Subject(
        "Lucid artifact", below("lucid"), List.of("data import lucid @lucid --out @out"));
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

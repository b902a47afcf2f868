package org.limpid.data.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A valid data set of three jobs, whose files a test can replace one by one. */
final class SmallDataset {
  static final String DESCRIPTION =
      """
      {
        "format": "limpid-dataset/1",
        "name": "small",
        "title": "Three jobs",
        "time": { "origin": "2020-04-01T00:00:00", "startSeconds": 100 },
        "cluster": { "virtualClusters": "vc.csv", "gpusPerNode": 8, "cpusPerNode": 96, "gpuMemoryMib": 24576 },
        "jobs": { "file": "jobs.csv", "format": "lucid" },
        "throughput": { "series": "series.csv", "forecast": "forecast.csv" },
        "estimates": { "guess": "guess.csv" },
        "profiles": { "single": "single.csv", "colocated": "pairs.csv" },
        "profiler": { "nodes": 1, "timeLimitSeconds": 200, "gpuFactor": 4, "takenFrom": ["blue"], "lender": "green", "loanNodes": 1 }
      }
      """;
  static final String JOBS_HEADER =
      "job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,"
          + "dataset,model,batchsize,amp,speed,gpu_util,gmem_util,gmem\n";
  static final String JOBS =
      JOBS_HEADER
          + "12,ann,blue,,1,4,COMPLETED,100,50,CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0\n"
          + "11,bob,green,,8,8,FAILED,100,7000,ImageNet,BERT,32,0,84.872,99.6,62.4,20162.0\n"
          + "13,ann,blue,\"a, b\",16,4,CANCELLED,160,1,CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0\n";
  static final String CLUSTER = ",num\nblue,2\ngreen,1\n";
  static final String SINGLE =
      """
      model,dataset,batchsize,amp,speed,gpu_util,gmem_util,gmem,label
      VGG,CIFAR-10,64,1,10.5,62.0,34.0,3642.0,1
      BERT,ImageNet,32,0,84.872,99.6,62.4,20162.0,2
      """;
  static final String PAIRS =
      """
      ,model1,dataset1,gpu_num1,batchsize1,amp1,speed1,model2,dataset2,gpu_num2,batchsize2,amp2,speed2,gpu_util,gmem_util,gmem
      0,VGG,CIFAR-10,1,64,1,0.9,BERT,ImageNet,1,32,0,1.03,70.5,30,5106
      1,VGG,CIFAR-10,1,64,1,0.8,VGG,CIFAR-10,1,64,1,0.7,70.5,30,5106
      """;
  static final String FORECAST =
      """
      time,submit_gpu_job,submit_gpu_num,pred_gpu_job,pred_gpu_num
      2020-04-01 00:00:00,12,118,5.4,28.8
      2020-04-01 00:10:00,13,175,5.8,31.9
      """;
  static final String SERIES =
      """
      time,submit_job_all,submit_gpu_job,submit_gpu_num
      2020-04-01 00:00:00,6,3,3
      2020-04-01 00:10:00,4,3,3
      """;
  static final String GUESS = "job_id,priority\n11,10.5\n99,1\n13,-7\n";

  final Path folder;

  /** Writes the data set into a folder. */
  SmallDataset(Path folder) {
    this.folder = folder;
    make(folder);
    with(DatasetDescription.FILE_NAME, DESCRIPTION);
    with("jobs.csv", JOBS);
    with("vc.csv", CLUSTER);
    with("single.csv", SINGLE);
    with("pairs.csv", PAIRS);
    with("forecast.csv", FORECAST);
    with("series.csv", SERIES);
    with("guess.csv", GUESS);
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SmallDataset with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  SmallDataset with(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a part of the jobs. */
  SmallDataset jobs(String old, String replacement) {
    return with("jobs.csv", JOBS.replace(old, replacement));
  }

  /** Names a table of scaling curves in the description as it is now. */
  SmallDataset withScaling(String table) {
    return withTable("scaling", "scaling.csv", table);
  }

  /** Names a table of what models gain in the description as it is now. */
  SmallDataset withSensitivity(String table) {
    return withTable("sensitivity", "sensitivity.json", table);
  }

  private SmallDataset withTable(String name, String fileName, String table) {
    Path file = folder.resolve(DatasetDescription.FILE_NAME);
    try {
      String described = Files.readString(file);
      String key = "\n  \"%s\": \"%s\",\n  \"name\"".formatted(name, fileName);
      with(fileName, table);
      return described.contains(fileName)
          ? this
          : with(DatasetDescription.FILE_NAME, described.replace("\n  \"name\"", key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DatasetReader open() {
    return DatasetReader.open(folder);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }
}

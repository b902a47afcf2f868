package org.limpid.data.io;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.limpid.files.ClosestName;

/** What others call the columns that Limpid reads. */
public final class ColumnSynonyms {
  /** Without capitals, blanks and underscores. */
  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("job_id", List.of("jobid", "idjob", "jobidraw", "job", "id", "name")),
          Map.entry(
              "user",
              List.of(
                  "userid",
                  "uid",
                  "username",
                  "iduser",
                  "owner",
                  "userhash",
                  "submitter",
                  "submittedby",
                  "requester")),
          Map.entry(
              "vc",
              List.of(
                  "virtualcluster",
                  "queue",
                  "partition",
                  "organization",
                  "nodepool",
                  "pool",
                  "namespace",
                  "team",
                  "project",
                  "group",
                  "account",
                  "cluster")),
          Map.entry(
              "gpu_num",
              List.of(
                  "numgpu",
                  "numgpus",
                  "ngpu",
                  "ngpus",
                  "gpus",
                  "gpu",
                  "gpucount",
                  "gpurequest",
                  "gpusrequested",
                  "requestedgpus",
                  "reqgpus",
                  "gpusreq",
                  "allocgpus",
                  "gpusalloc",
                  "gpurequests",
                  "gpulimit",
                  "gpulimits",
                  "nvidiacomgpu",
                  "plangpu",
                  "alloctres",
                  "reqtres",
                  "tresalloc")),
          Map.entry(
              "cpu_num",
              List.of(
                  "numcpu",
                  "numcpus",
                  "ncpus",
                  "cpus",
                  "cpu",
                  "cpucount",
                  "cpurequest",
                  "cpusreq",
                  "alloccpus",
                  "plancpu",
                  "cpurequests",
                  "cores",
                  "cpumilli")),
          Map.entry(
              "state", List.of("status", "jobstate", "podphase", "phase", "exitstate", "result")),
          Map.entry(
              "submit_time",
              List.of(
                  "submit",
                  "submittime",
                  "submittedtime",
                  "submissiontime",
                  "timesubmit",
                  "arrivaltime",
                  "arrival",
                  "submitted",
                  "submittedat",
                  "submitat",
                  "submission",
                  "creationtime",
                  "creationtimestamp",
                  "created",
                  "createdat",
                  "queuedat",
                  "enqueued",
                  "timestamp")),
          Map.entry(
              "duration",
              List.of(
                  "elapsedraw",
                  "runtime",
                  "elapsed",
                  "walltimeused",
                  "runningtime",
                  "durationseconds",
                  "runseconds")),
          Map.entry("jobname", List.of("name", "title", "podname")),
          Map.entry(
              "start_time",
              List.of("start", "started", "startedat", "timestart", "startat", "scheduledtime")),
          Map.entry(
              "end_time",
              List.of(
                  "end",
                  "ended",
                  "endedat",
                  "timeend",
                  "finished",
                  "finishedat",
                  "finishtime",
                  "finish",
                  "completed",
                  "completedat",
                  "completiontime",
                  "deletiontime")),
          Map.entry("memory_mib", List.of("memory", "reqmem", "memreq", "memoryrequest")),
          Map.entry("node_num", List.of("allocnodes", "nnodes", "nodes", "nodecount", "numnodes")),
          Map.entry(
              "time_limit",
              List.of("timelimit", "timelimitraw", "walltime", "walllimit", "requestedtime")),
          Map.entry("job_priority", List.of("priority", "prio")),
          Map.entry("num", List.of("nodes", "nodecount", "numnodes", "nodenum", "count")),
          Map.entry("model", List.of("modelname", "workload")),
          Map.entry("batchsize", List.of("bs", "batch")),
          Map.entry("amp", List.of("mixedprecision", "fp16")),
          Map.entry("priority", List.of("prediction", "estimatedduration", "predicted")),
          Map.entry("time", List.of("date", "timestamp", "datetime", "slot")));

  private static final Pattern MARKS = Pattern.compile("[ _.-]+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]");

  private ColumnSynonyms() {}

  /** What a file calls a column, if one of its names means it. */
  public static Optional<String> find(String column, Collection<String> header) {
    return named(column, header)
        .or(() -> ClosestName.of(column, header).filter(name -> isAlike(name, column)));
  }

  /** The same, but a name that is only alike is none. */
  public static Optional<String> named(String column, Collection<String> header) {
    String bare = bare(column);
    List<String> words = words(column);
    return header.stream()
        .filter(name -> bare(name).equals(bare) || words(name).equals(words))
        .findFirst()
        .or(() -> synonym(column, header));
  }

  /** The best of the synonyms: they stand in the order of trust. */
  private static Optional<String> synonym(String column, Collection<String> header) {
    Map<String, String> names = new HashMap<>();
    header.forEach(name -> names.putIfAbsent(bare(name), name));
    return OTHERS.getOrDefault(column, List.of()).stream()
        .filter(names::containsKey)
        .map(names::get)
        .findFirst();
  }

  /** The column that a name of a file means, as Limpid calls it. */
  static Optional<String> meant(String name, Collection<String> columns) {
    return columns.stream().filter(column -> find(column, List.of(name)).isPresent()).findFirst();
  }

  /** The words of a name in one order, whatever stands between them. */
  private static List<String> words(String name) {
    return MARKS.splitAsStream(name.strip().toLowerCase(Locale.ROOT)).sorted().toList();
  }

  /** Short names are alike by chance. */
  private static boolean isAlike(String name, String column) {
    return column.length() >= 5 && !name.isEmpty() && name.charAt(0) == column.charAt(0);
  }

  private static String bare(String name) {
    return SIGNS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("");
  }
}

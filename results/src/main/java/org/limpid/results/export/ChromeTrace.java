package org.limpid.results.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.limpid.data.JobId;
import org.limpid.results.ClusterField;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;
import org.limpid.simulation.policy.ProfilingOutcome;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs in the JSON of the Trace Event Format (Chromium project, "Trace Event Format"), which
 * Perfetto opens: nodes are processes, GPUs are threads, jobs are slices; the queue and the GPUs in
 * use are counters. Times are microseconds since the origin of the data set. For one file.
 */
final class ChromeTrace {
  private static final long MICROS = 1_000_000;

  /** Threads of one process: two per GPU. */
  private static final int THREADS = 2 * Long.SIZE;

  private final RunFolder run;
  private final JsonGenerator json;
  private final Set<Integer> namedThreads = new HashSet<>();
  private int processes;

  /** Names a process or a thread. */
  private record Label(
      @JsonProperty("ph") String phase, String name, int pid, int tid, Map<String, String> args) {}

  /** A time on a thread. */
  private record Slice(
      @JsonProperty("ph") String phase,
      String name,
      String cat,
      int pid,
      int tid,
      long ts,
      long dur,
      JobFacts args) {}

  /** Begin or end of a time that may overlap with others. */
  private record Edge(
      @JsonProperty("ph") String phase, String name, String cat, String id, int pid, long ts) {}

  /** A value that holds until the next one. */
  private record Count(
      @JsonProperty("ph") String phase, String name, int pid, long ts, Map<String, Long> args) {}

  /** What is shown of a job, by the names of {@code jobs.csv}. */
  private record JobFacts(
      @JsonProperty("job_id") JobId id,
      String user,
      @JsonProperty("gpu_num") int gpus,
      @JsonProperty("submit_time") long submitSecond,
      @JsonProperty("queue") long queueSeconds) {}

  private ChromeTrace(RunFolder run, JsonGenerator json) {
    this.run = run;
    this.json = json;
  }

  static void write(RunFolder run, List<String> policies, OutputStream out) throws IOException {
    JsonGenerator json = JsonMapper.shared().createGenerator(out);
    json.writeStartObject().writeStringProperty("displayTimeUnit", "ms");
    json.writeArrayPropertyStart("traceEvents");
    ChromeTrace trace = new ChromeTrace(run, json);
    for (String policy : policies) {
      trace.writeOrRefuse(policy);
    }
    json.writeEndArray().writeEndObject();
    json.flush();
  }

  private void writeOrRefuse(String policy) throws IOException {
    try {
      write(policy);
    } catch (IllegalStateException broken) {
      throw run.brokenDecisions(policy, broken);
    }
  }

  private void write(String policy) throws IOException {
    JobTable jobs = run.numberedJobs(policy);
    DecisionLog log = run.decisions(policy, jobs);
    if (run.hasCluster(policy)) {
      count(process(policy, "cluster"), run.cluster(policy));
    }
    log.profiling().ifPresent(it -> write(process(policy, "profiler"), it, jobs));
    for (PartitionLog partition : log.partitions()) {
      write(policy, partition, jobs);
    }
  }

  /** A new process; they are shown in the order of their numbers. */
  private int process(String policy, String name) {
    int pid = ++processes;
    put(new Label("M", "process_name", pid, 0, Map.of("name", policy + " " + name)));
    return pid;
  }

  private void put(Object event) {
    json.writeRaw('\n');
    json.writePOJO(event);
  }

  private void count(int pid, ClusterTable cluster) {
    double[] times = cluster.column(ClusterField.TIME);
    double[] gpus = cluster.column(ClusterField.GPUS);
    double[] free = cluster.column(ClusterField.GPUS_FREE);
    double[] inUse = IntStream.range(0, gpus.length).mapToDouble(i -> gpus[i] - free[i]).toArray();
    count(pid, "GPUs in use", times, inUse);
    count(pid, "jobs that wait", times, cluster.column(ClusterField.JOBS_PENDING));
    count(pid, "GPUs that they ask for", times, cluster.column(ClusterField.GPUS_PENDING));
  }

  /** Tells where a value changes; nothing where it is not known. */
  private void count(int pid, String name, double[] times, double[] values) {
    for (int i = 0; i < times.length; i++) {
      boolean changes = i == 0 || values[i] != values[i - 1];
      if (changes && !Double.isNaN(values[i])) {
        put(new Count("C", name, pid, (long) times[i] * MICROS, Map.of("value", (long) values[i])));
      }
    }
  }

  /** Which of its nodes a job was profiled on is not recorded. */
  private void write(int pid, ProfiledJobs profiling, JobTable jobs) {
    for (int row = 0; row < profiling.size(); row++) {
      if (profiling.profiled()[row]) {
        String id = jobs.id(row).toString();
        put(new Edge("b", id, "profiling", id, pid, profiling.startSeconds()[row] * MICROS));
        put(new Edge("e", id, "profiling", id, pid, profiling.endSeconds()[row] * MICROS));
      }
    }
  }

  private void write(String policy, PartitionLog log, JobTable jobs) throws IOException {
    Map<Integer, Integer> pids = new HashMap<>();
    for (int node : nodes(log)) {
      pids.put(node, process(policy, "%s %s".formatted(log.virtualCluster(), words(node))));
    }
    GpuSlices.forEach(
        log, slice -> write(slice, pids.get(slice.track().node()), log.rows()[slice.job()], jobs));
  }

  /** The numbers of all nodes that were ever there. */
  private static List<Integer> nodes(PartitionLog log) {
    TreeSet<Integer> numbers = new TreeSet<>();
    IntStream.range(0, log.nodeCount()).forEach(numbers::add);
    for (Event event : log) {
      if (event instanceof Event.NodeAdded it) {
        numbers.add(it.number());
      }
    }
    return new ArrayList<>(numbers);
  }

  private static String words(int node) {
    return node == ProfilingOutcome.LENT_NODE ? "node that was lent" : "node " + node;
  }

  private void write(GpuSlices.Slice slice, int pid, int row, JobTable jobs) {
    int tid = thread(pid, slice.track());
    put(
        new Slice(
            "X",
            "job " + jobs.id(row),
            slice.track().isSecond() ? "joined" : "job",
            pid,
            tid,
            slice.fromSecond() * MICROS,
            (slice.toSecond() - slice.fromSecond()) * MICROS,
            facts(row, jobs)));
  }

  private static JobFacts facts(int row, JobTable jobs) {
    return new JobFacts(
        jobs.id(row),
        jobs.user(row),
        jobs.gpuCount(row),
        jobs.submitSeconds(row),
        jobs.queueSeconds(row));
  }

  /** A number of its own among the threads of all processes, which some viewers need. */
  private int thread(int pid, GpuSlices.Track track) {
    int tid = pid * THREADS + 2 * track.gpu() + (track.isSecond() ? 1 : 0);
    if (namedThreads.add(tid)) {
      String name = "GPU %d%s".formatted(track.gpu(), track.isSecond() ? ", second job" : "");
      put(new Label("M", "thread_name", pid, tid, Map.of("name", name)));
    }
    return tid;
  }
}

package org.limpid.simulation.policy.gandiva;

import java.util.Arrays;
import java.util.List;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.loop.Scheduler;
import org.limpid.simulation.policy.FoundFinished;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.PreparedPolicy;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.ScalingCost;
import org.limpid.simulation.queue.Takeover;
import org.limpid.simulation.queue.WaitingLine;

/**
 * Time slicing as in Gandiva: at the end of every slice those that wait take over the GPUs of those
 * that have run longest, so that all jobs take turns. Jobs run on the GPUs that they ask for, and
 * deadlines are only counted.
 *
 * <p>Source: Xiao et al., "Gandiva: introspective cluster scheduling for deep learning", OSDI '18,
 * as far as the simulator of ElasticFlow's authors takes it. That one deals out nodes to jobs of a
 * size, and lets those on a node take turns; here all jobs take turns, and a newcomer goes where it
 * disturbs the fewest, which is a job of its own size if there is one.
 */
public final class Gandiva implements Policy {
  /** Length of a slice of time. */
  public static final Setting<Integer> SLICE_SECONDS =
      Setting.wholeNumber("gandivaSliceSeconds", 60, 86_400)
          .option(
              "gandiva-slice",
              "SECONDS",
              "Time after which gandiva lets those run that wait (300).")
          .label("slice of gandiva")
          .byDefault(300)
          .build();

  private static final PolicyDescription ABOUT =
      PolicyDescription.of("gandiva", "all jobs take turns in slices of time, preemptive")
          .needing(Need.PREEMPTION)
          .orderedBy(new QueueKey("place in line", "", false))
          .withSettings(SLICE_SECONDS, ScalingCost.PERCENT)
          .withNotes(SliceOver::notes);

  @Override
  public PolicyDescription about() {
    return ABOUT;
  }

  @Override
  public PreparedPolicy prepare(PolicyInputs inputs) {
    Settings settings = inputs.settings();
    return FoundFinished.by(
        partition -> new GandivaScheduler(partition, settings), inputs.semantics());
  }

  private static final class GandivaScheduler implements Scheduler, Takeover.Effects, Resumable {
    private final Partition partition;
    private final WaitingLine waiting;
    private final ScalingCost cost;
    private final long sliceSeconds;

    GandivaScheduler(Partition partition, Settings settings) {
      this.partition = partition;
      waiting = new WaitingLine(partition);
      cost = ScalingCost.of(settings, partition.nodes().gpuCount());
      sliceSeconds = settings.get(SLICE_SECONDS);
    }

    @Override
    public void arrived(int job) {
      waiting.add(job);
    }

    @Override
    public void ended(int job) {}

    @Override
    public void schedule() {
      if (partition.now() % sliceSeconds == 0 && !waiting.isEmpty()) {
        takeTurns();
      }
      waiting.startWhoFits();
    }

    /** Nobody who gets a turn in this second loses it again. */
    private void takeTurns() {
      List<Integer> running = Arrays.stream(partition.runningInStartOrder()).boxed().toList();
      Takeover takeover = new Takeover(partition, running, this::overheadSeconds, this);
      int[] line = waiting.jobs();
      for (int i = 0; i < line.length && !takeover.isOver(); i++) {
        takeover.tryStart(line[i]);
      }
    }

    private long overheadSeconds(int job) {
      return cost.seconds(partition.jobs().gpuCount(job));
    }

    @Override
    public void beforePreemption(int job, int by) {
      partition.tellNote(job, SliceOver.NOTE, by, sliceSeconds);
    }

    @Override
    public void preempted(int job) {
      waiting.add(job);
    }

    @Override
    public void started(int job) {
      waiting.remove(job);
    }

    @Override
    public long wakeUp() {
      return waiting.isEmpty()
          ? Partition.NEVER
          : (Math.floorDiv(partition.now(), sliceSeconds) + 1) * sliceSeconds;
    }

    @Override
    public void save(ByteWriter out) {
      waiting.save(out);
    }

    @Override
    public void restore(ByteReader in) {
      waiting.restore(in);
    }
  }
}
